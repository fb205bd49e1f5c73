// Draws the SOP's diagram (bpmn-js) into [data-diagram]; the table beside it says the same.
// data-diagram: address of the BPMN file; data-here, data-done: ids of steps, comma-separated.
(() => {
  const words = text => (text || "").split(",").filter(Boolean);

  const draw = async box => {
    const stage = box.querySelector("[data-stage]");
    const viewer = new window.BpmnJS({ container: stage });
    const answer = await fetch(box.dataset.diagram, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    await viewer.importXML(await answer.text());
    const canvas = viewer.get("canvas");
    words(box.dataset.done).forEach(id => canvas.addMarker(id, "step-done"));
    words(box.dataset.here).forEach(id => canvas.addMarker(id, "step-here"));
    const whole = () => canvas.zoom("fit-viewport", "auto");
    const here = () => {
      const first = words(box.dataset.here)[0];
      const element = first && viewer.get("elementRegistry").get(first);
      if (!element) return whole();
      canvas.zoom(1);
      canvas.scrollToElement(element);
    };
    box.querySelector("[data-whole]").addEventListener("click", whole);
    box.querySelector("[data-current]").addEventListener("click", here);
    box.querySelector("[data-nearer]").addEventListener("click", () => canvas.zoom(canvas.zoom() * 1.25));
    box.querySelector("[data-farther]").addEventListener("click", () => canvas.zoom(canvas.zoom() / 1.25));
    here();
  };

  document.querySelectorAll("[data-diagram]").forEach(box => {
    box.hidden = false;
    draw(box).catch(() => {
      box.querySelector("[data-failed]").hidden = false;
    });
  });
})();
