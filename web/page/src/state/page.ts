// What the file holds: the case as one view sees it, and answers computed when it was made.

export interface Page {
  version: string;
  title: string;
  view: string;
  digest: string;
  seed: number;
  operands: string[];
  files: Record<string, string>;
  answers: Record<string, unknown>;
  certificate?: string;
  /// Flags of the program that changed the case before the report was written.
  written_with?: string[];
}

export function readPage(text: string): Page {
  let page: Partial<Page>;
  try {
    page = JSON.parse(text) as Partial<Page>;
  } catch {
    throw new Error("the case in this file cannot be read");
  }
  const has = (name: string) => typeof page.answers?.[name] === "object";
  if (!Array.isArray(page.operands) || typeof page.files !== "object" || !has("check") || !has("show")) {
    throw new Error("this file holds no case");
  }
  return page as Page;
}
