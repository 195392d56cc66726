// Keeps the list up to date. The server renders the page; this fetches it again
// when the server says that something arrived, and takes over the list.
"use strict";

const connection = document.getElementById("connection");
const search = document.getElementById("search");
const field = document.getElementById("q");

// ---- The list ----

let fetching = false;
let stale = false;

async function refresh() {
  if (fetching) {
    stale = true;
    return;
  }
  fetching = true;
  try {
    do {
      stale = false;
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        replaceList(new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list"));
      }
    } while (stale);
  } catch {
    // The connection is gone. Its return brings an event, and that a refresh.
  } finally {
    fetching = false;
  }
}

// replaceList shows a fresh list, and keeps the reader's place and focus in it.
function replaceList(fresh) {
  const list = document.getElementById("list");
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  list.dataset.latest = fresh.dataset.latest;

  // The count stays the same element, so that its change is announced.
  const count = document.getElementById("count");
  const news = fresh.querySelector("#count").textContent;
  if (count.textContent !== news) count.textContent = news;

  const rest = [...fresh.children].filter((element) => element.id !== "count");
  const scrolled = list.scrollTop;
  list.replaceChildren(count, ...rest);
  list.scrollTop = scrolled;
  showLocalTimes(list);
  if (focused) list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

// ---- Times, in the reader's zone ----

function showLocalTimes(root) {
  const today = new Date().toDateString();
  for (const time of root.querySelectorAll("time")) {
    const at = new Date(time.dateTime);
    const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
    time.textContent = at.toDateString() === today
      ? at.toLocaleTimeString([], clock)
      : at.toLocaleString([], { day: "numeric", month: "short", ...clock });
    time.title = at.toLocaleString();
  }
}

// ---- Search while typing ----

let typing;

function runSearch() {
  clearTimeout(typing);
  const address = new URL(location.href);
  address.searchParams.delete("before");
  const words = field.value.trim();
  if (words) address.searchParams.set("q", words);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  refresh();
}

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(runSearch, 200);
});
search.addEventListener("submit", (event) => {
  event.preventDefault();
  runSearch();
});

// ---- Live updates ----

function say(text, lost) {
  connection.textContent = text;
  connection.classList.toggle("lost", lost);
}

function listen() {
  const events = new EventSource("/inbox/events");
  events.addEventListener("open", () => say("Live", false));
  events.addEventListener("change", (event) => {
    if (event.data !== document.getElementById("list").dataset.latest) refresh();
  });
  events.addEventListener("error", () => {
    say("Connection lost. Retrying…", true);
    // The browser retries by itself unless the server's answer was no stream.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

showLocalTimes(document);
listen();
