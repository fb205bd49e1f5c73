// The file is hashed here, so that it never leaves the reader's machine. Without this script, or
// where the browser may not hash (no HTTPS), the form sends the file and the server hashes it.
"use strict";

const form = document.querySelector("form[data-hash]");

function hex(buffer) {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

if (form && globalThis.crypto?.subtle) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = form.elements.berkas.files[0];
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    form.elements.sidik.value = hex(digest);
    form.elements.berkas.disabled = true; // what is disabled is not sent
    form.submit();
  });
}
