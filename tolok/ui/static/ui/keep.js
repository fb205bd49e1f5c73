// Keeps what is typed into a long form on this device until another page needs it no more:
// a call comes, the phone drops the tab, and the notes are still there. Signing out clears it.
//   <form data-keep="persetujuan-1a2b3c">  the key names what the form is about, so that
// nothing comes back into a form about something else. What the server filled in stays.
"use strict";
for (const form of document.querySelectorAll("form[data-keep]")) {
  const key = `tolok:${form.dataset.keep}`;
  const fields = [...form.querySelectorAll("textarea[name], select[name]")];
  const texts = fields.filter((field) => field.matches("textarea"));
  const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
  if (texts.every((field) => field.value === "")) {
    for (const field of fields) if (field.name in kept) field.value = kept[field.name];
    for (const field of texts) if (field.value) field.closest("details")?.setAttribute("open", "");
  }
  form.addEventListener("input", () => {
    const typed = fields.map((field) => [field.name, field.value]);
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
  });
}
