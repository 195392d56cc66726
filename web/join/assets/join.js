// The join pages work without this file; it only makes two things nicer.

// Lets a person see the password they type.
for (const button of document.querySelectorAll(".show-password")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    button.setAttribute("aria-pressed", String(show));
  });
  // Browsers and password managers know a password by the type of its field.
  input.form.addEventListener("submit", () => (input.type = "password"));
}

// A second click on a slow line would redeem the invitation a second time,
// and the person who has just joined would read that it is used.
for (const form of document.forms) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    form.setAttribute("aria-busy", "true");
  });
  // Coming back with the back button, the form may be sent again.
  window.addEventListener("pageshow", () => {
    sent = false;
    form.removeAttribute("aria-busy");
  });
}
