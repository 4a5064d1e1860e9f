// How words became ranges: the table of the program, and what the file says otherwise.

export const stanceWords: [string, string][] = [
  ["ideal", "100"],
  ["acceptable", "60 to 90"],
  ["tolerable", "30 to 60"],
  ["bad", "0 to 30"],
  ["open", "0 to 100 (said to be negotiable)"],
  ["unknown", "0 to 100, or a red line"],
  ["redline", "a limit; “redline bad” says what it is worth once opened"],
];

export const weightWords: [string, string][] = [
  ["highest", "30 to 40"],
  ["high", "20 to 30"],
  ["medium", "10 to 20"],
  ["low", "5 to 10"],
  ["none", "0"],
];

/// The tables [words...] of a case file as they stand there, for reading; null where it has none.
export function ownWordTables(text: string): string | null {
  const lines: string[] = [];
  let isInside = false;
  for (const line of text.split("\n")) {
    if (/^\s*\[/.test(line)) {
      isInside = /^\s*\[words[.\]]/.test(line);
    }
    const isDotted = /^\s*words\.\w/.test(line);
    if ((isInside || isDotted) && line.trim() !== "" && !line.trim().startsWith("#")) {
      lines.push(line);
    }
  }
  return lines.length === 0 ? null : lines.join("\n");
}
