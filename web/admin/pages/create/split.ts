// Pasted text becomes entries at once, before the server has judged it. The
// rules are the server's, as far as they decide what stands together; its word
// replaces what is guessed here.

/** What ends an entry wherever it stands outside quotes. */
const separator = /[,;\t\n\r\v\f\u0085\u2028\u2029，；、،؛﹐﹔]/;
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const blank = /[\p{Zs}\ufeff\u200b\u2060\u00ad\u200e\u200f]/u;
const opening = /["“„]/;
const closing = /["”“]/;

/** How far from an opening quote the closing one is looked for. */
const maxQuoted = 512;

/** Most digits of a phone number (E.164), and of a group between its spaces. */
const maxDigits = 15;
const maxGroup = 8;

interface Word {
  start: number;
  end: number;
}

/** The entries of a pasted text, as they stand in it. */
export function splitPaste(text: string): string[] {
  const entries: string[] = [];
  let words: Word[] = [];
  const emit = (start: number, end: number) => {
    const raw = text.slice(start, end);
    if (/[^\p{Zs}"“”„\ufeff\u200b]/u.test(raw)) entries.push(raw);
  };
  const flush = (upTo = words.length) => {
    for (let n = 0; n < upTo;) {
      const next = n + phoneLength(text, words.slice(n, upTo));
      emit(words[n]!.start, words[next - 1]!.end);
      n = next;
    }
    words = words.slice(upTo);
  };

  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    if (separator.test(char)) {
      flush();
      at++;
    } else if (blank.test(char)) {
      at++;
    } else if (char === "<") {
      const end = bracketEnd(text, at);
      const name =
        words.findLastIndex((word) =>
          likeAddress(text.slice(word.start, word.end)),
        ) + 1;
      flush(name);
      emit(words[0]?.start ?? at, end);
      words = [];
      at = end;
    } else {
      const quoted = opening.test(char) ? quotedEnd(text, at) : undefined;
      const end = quoted ?? wordEnd(text, at);
      words.push({ start: at, end });
      at = end;
    }
  }
  flush();
  return entries;
}

/**
 * Takes from what is being typed the entries that are complete: all before a
 * separator, and before a space that follows an address. The rest may yet
 * become a name.
 */
export function takeTyped(typed: string): { entries: string[]; rest: string } {
  const end = lastSeparator(typed);
  const entries = splitPaste(typed.slice(0, end));
  const rest = typed.slice(end).replace(/^\p{Zs}+/u, "");
  const word = /(\S+)\p{Zs}$/u.exec(rest)?.[1];
  const open = rest.includes("<")
    ? rest.lastIndexOf("<") > rest.lastIndexOf(">")
    : /^["“„][^"”]*$/.test(rest);
  if (!word || open) return { entries, rest };
  const complete = word.endsWith(">") || likeAddress(word);
  return complete
    ? { entries: [...entries, ...splitPaste(rest)], rest: "" }
    : { entries, rest };
}

/** Where what is complete ends: behind the last separator outside quotes. */
function lastSeparator(text: string): number {
  let end = 0;
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    if (opening.test(char) && (at === end || blank.test(text[at - 1]!))) {
      const quoted = quotedEnd(text, at);
      // Without its closing quote it may still get one.
      if (quoted === undefined && !lineBreak.test(text.slice(at))) break;
      at = quoted ?? at + 1;
    } else {
      at++;
      if (separator.test(char)) end = at;
    }
  }
  return end;
}

/** How many words from the first on are one phone number; 1 where they are none. */
function phoneLength(text: string, words: Word[]): number {
  const of = ({ start, end }: Word) => text.slice(start, end);
  const first = words[0] ? of(words[0]) : "";
  if (!/^[+(][\d\-./()]+$/.test(first)) return 1;
  let have = digitsIn(first);
  let count = 1;
  for (const word of words.slice(1)) {
    const group = of(word);
    const digits = digitsIn(group);
    const bracketed = first.startsWith("+") && count === 1;
    const fits =
      (bracketed ? /^[\d\-./()]+$/ : /^\d[\d\-./()]*$/).test(group) &&
      digits <= maxGroup &&
      have + digits <= maxDigits &&
      (have < 10 || digits <= 4);
    if (!fits) break;
    have += digits;
    count++;
  }
  return have >= 7 ? count : 1;
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Whether a word is meant as an address, and so is no part of a name. */
function likeAddress(word: string): boolean {
  return word.includes("@") || (digitsIn(word) >= 5 && !/\p{L}/u.test(word));
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !/[<\p{Zs}]/u.test(text[at]!)) {
    if (separator.test(text[at]!)) break;
    at++;
  }
  return at;
}

/** Where the `<address>` that begins at `from` ends. */
function bracketEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === ">") return at + 1;
    if (text[at] === "<" || separator.test(text[at]!)) return at;
  }
  return text.length;
}

/** Where the quoted text that begins at `from` ends; undefined where it is none. */
function quotedEnd(text: string, from: number): number | undefined {
  const limit = Math.min(text.length, from + maxQuoted);
  for (let at = from + 1; at < limit; at++) {
    const char = text[at]!;
    if (lineBreak.test(char)) return undefined;
    if (char === "\\") at++;
    else if (closing.test(char)) {
      const content = text.slice(from + 1, at);
      const list = content.includes("@") && /[,;\s]/.test(content);
      const next = text[at + 1];
      const glued =
        next !== undefined &&
        next !== "<" &&
        !separator.test(next) &&
        !blank.test(next);
      return content.trim() === "" || list || glued ? undefined : at + 1;
    }
  }
  return undefined;
}
