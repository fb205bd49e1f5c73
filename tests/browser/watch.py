"""What is watched on every visit."""

from dataclasses import dataclass, field


@dataclass
class Watch:
    """Things a page must never do, collected over all its visits."""

    server: str
    foreign: list[str] = field(default_factory=list)  # requests to other hosts
    violations: list[str] = field(default_factory=list)  # of the content security policy
    errors: list[str] = field(default_factory=list)  # raised by scripts

    @classmethod
    def over(cls, page, server):
        watch = cls(server)
        page.on("request", watch.on_request)
        page.on("console", watch.on_console)
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        return watch

    def on_request(self, request):
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.foreign.append(request.url)

    def on_console(self, message):
        if "Content Security Policy" in message.text:
            self.violations.append(message.text)

    def assert_clean(self):
        assert not self.foreign, f"asked another host: {self.foreign}"
        assert not self.violations, f"broke the content policy: {self.violations}"
        assert not self.errors, f"a script failed: {self.errors}"
