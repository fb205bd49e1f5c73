// Files and folders may be dropped on the box around the choosers, and what was chosen is listed.
// Without this script everything works by the choosers alone.
"use strict";

const SHOWN = 20;
const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

function size(bytes) {
  return bytes < 1e6 ? `${number.format(bytes / 1e3)} kB` : `${number.format(bytes / 1e6)} MB`;
}

// A dropped folder gives its files in portions, until an empty one.
async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((done, fail) => entry.file(done, fail))];
  }
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const entries = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!entries.length) return files;
    for (const inner of entries) files.push(...(await filesOf(inner)));
  }
}

function listed(list, files) {
  list.hidden = files.length === 0;
  if (list.hidden) return;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const heading = document.createElement("p");
  heading.textContent = `${number.format(files.length)} berkas dipilih, ${size(total)}`;
  const items = document.createElement("ul");
  items.className = "files";
  for (const file of files.slice(0, SHOWN)) {
    const item = items.appendChild(document.createElement("li"));
    item.appendChild(document.createElement("span")).textContent = file.name;
    item.appendChild(document.createElement("span")).textContent = size(file.size);
  }
  if (files.length > SHOWN) {
    const rest = items.appendChild(document.createElement("li"));
    rest.textContent = `dan ${number.format(files.length - SHOWN)} berkas lain`;
  }
  list.replaceChildren(heading, items);
}

for (const box of document.querySelectorAll("[data-drop]")) {
  const inputs = [...box.querySelectorAll("input[type=file]")];
  const list = box.querySelector("[data-drop-list]");
  const show = () => listed(list, inputs.flatMap((input) => [...input.files]));

  box.addEventListener("change", show);
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", async (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const plain = [...event.dataTransfer.files];
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
    const known = entries.length > 0 && entries.every(Boolean);
    const files = known ? (await Promise.all(entries.map(filesOf))).flat() : plain;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    inputs[0].files = chosen.files;
    show();
  });
}
