// Ids may be any word, so also one that every object of JavaScript answers to: constructor, toString.

/// What a record itself holds under an id.
export function own<T>(record: Record<string, T> | null | undefined, id: string): T | undefined {
  return record !== null && record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
}
