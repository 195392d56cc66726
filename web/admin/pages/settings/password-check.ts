// The parts of the password rule, as they are met while one types. The server
// judges the same, and what only it can know: stolen passwords, and names.

/** What a password must have. */
export interface PasswordRule {
  minLength: number;
  upper: boolean;
  lower: boolean;
  digit: boolean;
  symbol: boolean;
}

/** A part of the rule, and whether a password meets it. */
export interface Part {
  words: string;
  met: boolean;
}

/** Returns the parts of the rule in the order in which the server tells them. */
export function partsOf(rule: PasswordRule, password: string): Part[] {
  const parts: (Part | false)[] = [
    {
      words: `At least ${rule.minLength} characters`,
      met: [...password].length >= rule.minLength,
    },
    rule.upper && {
      words: "An upper-case letter",
      met: /[\p{Lu}\p{Lt}]/u.test(password),
    },
    rule.lower && {
      words: "A lower-case letter",
      met: /\p{Ll}/u.test(password),
    },
    rule.digit && { words: "A digit", met: /\p{Nd}/u.test(password) },
    rule.symbol && {
      words: "A character that is neither a letter nor a digit",
      met: /[\p{P}\p{S}\p{Zs}]/u.test(password),
    },
  ];
  return parts.filter((part) => part !== false);
}
