// The join pages work without this file; it makes filling them in easier.
const words = document.body.dataset;
const each = (selector, work) =>
  document.querySelectorAll(selector).forEach(work);

// A code as messages write it, XXXXX-XXXXX. The server forgives the same: case,
// dashes and spaces, O for 0, I and L for 1 (Crockford's base32), and a whole
// message that holds the code (invite.FindCode).
const plain = (text) =>
  text
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");

// The code in a pasted message; "" where none is found. A word grouped as codes
// are comes first: "invitation" has ten letters as well. (No look-behind, which
// older phones do not read.)
const codeIn = (text) => {
  const grouped =
    /(?:^|[^\p{L}\p{N}])([0-9A-Z]{5} ?\p{Pd} ?[0-9A-Z]{5})(?![\p{L}\p{N}])/iu.exec(
      text,
    );
  if (grouped) return plain(grouped[1]);
  const alone =
    text.match(/(?:^|[^\p{L}\p{N}])[0-9A-Z]{10}(?![\p{L}\p{N}])/giu) ?? [];
  return plain(alone.find((word) => /[0-9]/.test(word)) ?? "");
};
const digits = (text) => text.replace(/[^0-9]/g, "");
const digitsIn = (text) =>
  digits(/(?:^|[^0-9])([0-9]{3}[ .-]?[0-9]{3})(?![0-9])/.exec(text)?.[1] ?? "");

// Keeps a field in its written form while it is typed in, two groups with a
// mark between them, with the cursor behind the same character as before.
const keepForm = (input, { size, clean, find, mark }) => {
  const half = size / 2;
  const write = (text) =>
    text.length > half ? text.slice(0, half) + mark + text.slice(half) : text;
  let before = { value: "", caret: 0 };
  const tidy = (event) => {
    // A link to the invitation is for the server to read.
    if (event.isComposing || input.value.includes("/join/")) return;
    const text = clean(input.value);
    if (text.length > size && event.inputType === "insertText") {
      // One too many: the one just typed goes, not the last one.
      input.value = before.value;
      input.setSelectionRange(before.caret, before.caret);
      return;
    }
    const written = write(text.slice(0, size));
    if (input.value === written) return;
    // At the mark the cursor stays before it, unless it was about to go over it.
    const typed = clean(input.value.slice(0, input.selectionStart)).length;
    const over =
      typed > half ||
      (typed === half &&
        text.length > half &&
        event.inputType === "deleteContentForward");
    const caret = Math.min(typed + (over ? 1 : 0), written.length);
    input.value = written;
    if (document.activeElement === input) input.setSelectionRange(caret, caret);
  };
  input.addEventListener(
    "beforeinput",
    () => (before = { value: input.value, caret: input.selectionStart }),
  );
  for (const event of ["input", "compositionend", "change"])
    input.addEventListener(event, tidy);
  input.addEventListener("paste", (event) => {
    const found = find(event.clipboardData.getData("text"));
    if (found.length !== size) return;
    event.preventDefault();
    input.value = write(found);
    input.setSelectionRange(input.value.length, input.value.length);
  });
  tidy({});
  // What was refused gives way to what is typed next.
  if (input.getAttribute("aria-invalid")) input.select();
};
each("#code", (input) =>
  keepForm(input, { size: 10, clean: plain, find: codeIn, mark: "-" }),
);
each("#proof, #phone-proof", (input) =>
  keepForm(input, { size: 6, clean: digits, find: digitsIn, mark: " " }),
);

// Lets a person see the password they type.
each(".show-password", (button) => {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.setAttribute("aria-pressed", String(visible));
  };
  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  // Browsers and password managers know a password by the type of its field.
  input.form.addEventListener("submit", () => show(false));
});

// Ticks off each part of the password's rule (invite.PasswordRule). Characters
// are counted as the server does, in Unicode's composed form.
const meets = {
  LENGTH: (password, count) => [...password].length >= count,
  UPPER: (password) => /[\p{Lu}\p{Lt}]/u.test(password),
  LOWER: (password) => /\p{Ll}/u.test(password),
  DIGIT: (password) => /\p{Nd}/u.test(password),
  SYMBOL: (password) => /[\p{P}\p{S}\p{Zs}]/u.test(password),
};
each(".rule ul", (list) => {
  const input = document.getElementById("password");
  const parts = [...list.children];
  const spoken = document.createElement("p"); // says the sum, once the person pauses
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  list.after(spoken);
  for (const part of parts) {
    const mark = document.createElement("span");
    mark.className = "unseen";
    part.append(mark);
  }
  let pause;
  const tick = () => {
    const password = input.value.normalize("NFC");
    let met = 0;
    for (const part of parts) {
      const ok = meets[part.dataset.part](password, Number(part.dataset.count));
      met += ok ? 1 : 0;
      part.classList.toggle("met", ok);
      part.lastChild.textContent = ok ? " – " + list.dataset.met : "";
    }
    clearTimeout(pause);
    pause = setTimeout(() => {
      const sum =
        password &&
        list.dataset.progress
          .replace("{met}", met)
          .replace("{total}", parts.length);
      if (spoken.textContent !== sum) spoken.textContent = sum;
    }, 1200);
  };
  input.addEventListener("input", tick);
  tick(); // a browser may have filled it in
});

// On a slow line a form says that it is on its way and is sent once: a second
// time would redeem the invitation again, and tell the person who has just
// joined that it is used. Without a line it is not sent, and nothing is lost.
each("form", (form) => {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  const tell = (button, text) => {
    notice.textContent = text;
    button.after(notice);
    notice.scrollIntoView({ block: "nearest" });
  };
  let free; // undoes what sending did
  form.addEventListener("submit", (event) => {
    if (free) return event.preventDefault();
    const button = event.submitter ?? form.querySelector("button:not([type])");
    if (!navigator.onLine) {
      event.preventDefault();
      return tell(button, words.offline);
    }
    notice.remove();
    const label = [...button.childNodes];
    const slow = setTimeout(tell, 8000, button, words.slow);
    button.textContent = words.busy;
    button.setAttribute("aria-disabled", "true");
    form.setAttribute("aria-busy", "true");
    free = () => {
      clearTimeout(slow);
      notice.remove();
      button.replaceChildren(...label);
      button.removeAttribute("aria-disabled");
      form.removeAttribute("aria-busy");
      free = undefined;
    };
  });
  addEventListener("online", () => free || notice.remove());
  // Coming back with the back button, the form may be sent again.
  addEventListener("pageshow", () => free?.());
});

// The viewer's own time beside that of the place, where the clocks differ.
each("time[data-yours]", (time) => {
  const at = new Date(time.dateTime);
  const [, sign, hours, minutes] = time.dateTime.match(
    /([+-])(\d\d):(\d\d)$/,
  ) ?? [, "+", 0, 0];
  const there =
    (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (there === -at.getTimezoneOffset()) return;
  const sameDay =
    at.getDate() === new Date(at.getTime() + there * 60000).getUTCDate();
  const here = new Intl.DateTimeFormat(words.clock, {
    ...(sameDay ? {} : { day: "numeric", month: "long" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  time.after(" " + time.dataset.yours.replace("{time}", here));
});

// A change of language keeps what was typed, but for passwords.
const kept = "usher.typed";
const fields = () => [
  ...document.querySelectorAll("main input:not([type=hidden], #password)"),
];
each(".languages a", (link) =>
  link.addEventListener("click", () =>
    sessionStorage.setItem(
      kept,
      JSON.stringify(fields().map((input) => [input.id, input.value])),
    ),
  ),
);
const typed = new Map(JSON.parse(sessionStorage.getItem(kept) ?? "[]"));
sessionStorage.removeItem(kept);
for (const input of fields())
  if (typed.has(input.id)) input.value = typed.get(input.id);
