// A table pasted from a spreadsheet becomes people: a row each, with name,
// email, phone and address.

/** What a column can hold. */
export type Field = "name" | "email" | "phone" | "address";

/** The columns of a table without a header. */
export const usualFields: Field[] = ["name", "email", "phone", "address"];

/** The most characters of a name, and of an address. */
const longest = { name: 100, address: 200 };

/** One person of the table. */
export interface Row {
  /** The line of the text on which it begins, from 1. */
  line: number;
  /** Where it stands in the text. */
  start: number;
  end: number;
  name: string;
  email: string;
  phone: string;
  address: string;
  /** Why it cannot become a contact as it stands. */
  problem?: string;
}

/** A pasted text as a table. */
export interface Table {
  /** What the columns hold; null for one that is not used. */
  columns: (Field | null)[];
  /** Whether the first line names the columns. */
  hasHeader: boolean;
  /** Headings of columns that are not used. */
  unused: string[];
  rows: Row[];
}

/** Words that head a column. */
const headings: Record<Field, string[]> = {
  name: [
    ...["name", "names", "full name", "first name", "given name"],
    ...["last name", "surname", "family name"],
  ],
  email: ["email", "e-mail", "mail", "email address", "e-mail address"],
  phone: [
    ...["phone", "phone number", "mobile", "mobile phone", "cell"],
    ...["cell phone", "telephone", "tel"],
  ],
  address: [
    ...["address", "street", "street address", "home address", "home"],
    ...["unit", "apartment", "apt", "city", "town", "zip", "postcode"],
    ...["house number", "number"],
  ],
};

/** Reads a table: cells are parted by tabs, else by semicolons, else by commas. */
export function parseTable(text: string): Table {
  const records = recordsOf(text, separatorOf(text));
  const named = records[0] && headerOf(records[0].cells);
  const columns = named ?? usualFields;
  // A second table of the same kind brings its header along.
  const header = named && JSON.stringify(records[0]!.cells);
  const rows = records
    .filter(({ cells }) => JSON.stringify(cells) !== header)
    .map((record) => rowOf(record, columns, named !== undefined));
  const unused = named
    ? records[0]!.cells.filter((cell, n) => !columns[n] && cell !== "")
    : [];
  return { columns, hasHeader: named !== undefined, unused, rows };
}

/** The text without the rows from the given one on, and those with the header before them. */
export function splitAt(
  text: string,
  table: Table,
  count: number,
): { kept: string; aside: string } {
  const first = table.rows[count];
  if (!first) return { kept: text, aside: "" };
  const header = table.hasHeader
    ? text.slice(0, table.rows[0]!.start).trimStart()
    : "";
  return {
    kept: text.slice(0, first.start).trimEnd(),
    aside: header + text.slice(first.start),
  };
}

/** How many rows have an address, and how many addresses differ as they are written. */
export function addressesOf(rows: { address: string }[]): {
  rows: number;
  different: number;
} {
  const written = rows
    .map(({ address }) => address.toLocaleLowerCase())
    .filter((address) => address !== "");
  return { rows: written.length, different: new Set(written).size };
}

interface Line {
  cells: string[];
  line: number;
  start: number;
  end: number;
}

function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  const [first = ""] = text.trimStart().split("\n", 1);
  const many = (char: string) => first.split(char).length;
  return many(";") > many(",") ? ";" : ",";
}

/** The lines with something in them, each as its cells. A cell in quotes may hold separators and line breaks. */
function recordsOf(text: string, separator: string): Line[] {
  const records: Line[] = [];
  let cells: string[] = [];
  let cell = "";
  let start = 0;
  let line = 1;
  let startLine = 1;
  const endRecord = (end: number) => {
    cells.push(tidy(cell));
    if (cells.some((value) => value !== "")) {
      records.push({ cells, line: startLine, start, end });
    }
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const close =
      char === '"' && cell.trim() === ""
        ? closingQuote(text, at, separator)
        : -1;
    if (close > 0) {
      const quoted = text.slice(at + 1, close);
      line += quoted.split("\n").length - 1;
      cell = quoted.replaceAll('""', '"');
      at = close;
    } else if (char === separator) {
      cells.push(tidy(cell));
      cell = "";
    } else if (char === "\n") {
      endRecord(at);
      start = at + 1;
      startLine = ++line;
    } else cell += char;
  }
  endRecord(text.length);
  return records;
}

/** Where a cell that begins with a quote ends; -1 where the quote is a part of what was typed. */
function closingQuote(text: string, from: number, separator: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else {
      const after = /^[^\S\t\n]*(.)?/s.exec(text.slice(at + 1))?.[1];
      return after === undefined || after === separator || after === "\n"
        ? at
        : -1;
    }
  }
  return -1;
}

/** A cell on one line, without blanks around it. */
function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/\s*\n\s*/g, ", ")
    .replace(/\s+/g, " ");
}

/** What the columns hold by their headings; undefined where the line is no header. */
function headerOf(cells: string[]): (Field | null)[] | undefined {
  if (cells.some((cell) => cell.includes("@"))) return undefined;
  const fields = cells.map((cell) => {
    const word = cell
      .toLowerCase()
      .replace(/[_:*]+/g, " ")
      .trim();
    return usualFields.find((field) => headings[field].includes(word)) ?? null;
  });
  return fields.some(Boolean) ? fields : undefined;
}

function rowOf(
  record: Line,
  columns: (Field | null)[],
  hasHeader: boolean,
): Row {
  const { cells, line, start, end } = record;
  const of = (field: Field, glue: string) =>
    cells
      .filter((cell, n) => cell !== "" && fieldAt(columns, n) === field)
      .join(glue);
  const row: Row = {
    line,
    start,
    end,
    name: of("name", " "),
    email: of("email", ", "),
    phone: of("phone", ", "),
    address: of("address", ", "),
  };
  const beyond = cells.slice(columns.length).filter((cell) => cell !== "");
  const problem =
    hasHeader && beyond.length > 0 && columns.at(-1) !== "address"
      ? `There is more on this line than columns: “${beyond[0]}”. Put quotes around what has a comma in it.`
      : problemOf(row);
  return problem ? { ...row, problem } : row;
}

/** What a cell holds. Commas of an address that stands last part no cells. */
function fieldAt(columns: (Field | null)[], n: number): Field | null {
  if (n < columns.length) return columns[n]!;
  return columns.at(-1) === "address" ? "address" : null;
}

function problemOf(row: Row): string | undefined {
  const { name, email, phone, address } = row;
  if (email === "" && phone === "") {
    return "An email or a phone number is missing.";
  }
  if (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    return `“${email}” is no email address.`;
  }
  if (phone !== "" && phone.replace(/\D/g, "").length < 5) {
    return `“${phone}” is no phone number.`;
  }
  for (const [field, value] of Object.entries({ name, address })) {
    const most = longest[field as keyof typeof longest];
    if ([...value].length > most) {
      return `The ${field} may have at most ${most} characters.`;
    }
  }
  return undefined;
}
