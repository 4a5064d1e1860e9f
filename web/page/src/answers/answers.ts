// The JSON that the verbs print, as far as the page reads it; docs/schema/ has all of it.

export * from "./common";
export * from "./case";
export * from "./verdict";
export * from "./outcomes";
export * from "./time";
