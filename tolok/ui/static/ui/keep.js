// Keeps what is typed into a long form on this device until it is saved: a call comes, the phone
// drops the tab, and the text is still there. Signing out clears it.
//   <form data-keep="persetujuan-7-3">  the key names what the form is about and who writes, so
// that nothing comes back into a form about something else. A text comes back only over the words
// it was typed over: what the server has filled in anew stays.
"use strict";
for (const form of document.querySelectorAll("form[data-keep]")) {
  const key = `tolok:${form.dataset.keep}`;
  const fields = [...form.querySelectorAll("textarea[name], select[name], input[type=text][name]")];
  const found = new Map(fields.map((field) => [field, field.value]));
  const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
  for (const field of fields) {
    const { over, typed } = kept[field.name] ?? {};
    if (typed === undefined || over !== found.get(field)) continue;
    field.value = typed;
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }
  form.addEventListener("input", () => {
    const changed = fields.filter((field) => field.value !== found.get(field));
    const typed = changed.map((field) => [field.name, { over: found.get(field), typed: field.value }]);
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
  });
}
