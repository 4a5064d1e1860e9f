// Small marks that say with a word and a form, never with colour alone, how sure something is.

import type { Acceptance, Basis, Verdict } from "../answers/answers";
import { acceptanceWords, verdictWords } from "../case/words";

const fullness: Record<string, "full" | "half" | "none" | "odd"> = {
  agreement: "full",
  surely: "full",
  depends: "half",
  possibly: "half",
  no_agreement: "none",
  never: "none",
};

export function Fullness({ of }: { of: string }) {
  const kind = fullness[of] ?? "odd";
  return (
    <svg class={`fullness ${kind}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.2" />
      {kind === "full" && <circle class="fill" cx="8" cy="8" r="6.2" />}
      {kind === "half" && <path class="fill" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" />}
      {kind === "none" && <path class="stroke" d="M3.8 12.2 12.2 3.8" />}
      {kind === "odd" && <path class="stroke" d="M5 8h6" />}
    </svg>
  );
}

export function VerdictTag({ verdict }: { verdict: Verdict | null }) {
  if (verdict === null) {
    return <span class="tag">no valid case</span>;
  }
  return (
    <span class={`tag verdict ${verdict}`}>
      <Fullness of={verdict} />
      {verdictWords[verdict]}
    </span>
  );
}

const acceptanceHints: Record<string, string> = {
  surely: "in every reading: whichever numbers inside the entered ranges are true",
  never: "in no reading, and whatever is still open",
};

/// `isOpen`: issues are open, so that "possibly" is not about readings alone.
export function AcceptanceTag({ accepts, isOpen = false }: { accepts: Acceptance; isOpen?: boolean }) {
  return (
    <span class={`tag accept ${accepts}`} title={acceptanceHints[accepts]}>
      <Fullness of={accepts} />
      {isOpen && accepts === "possibly" ? "may accept" : acceptanceWords[accepts]}
    </span>
  );
}

const basisHints: Record<Basis, string> = {
  reported: "a statement of this file reports it",
  inferred: "inferred from statements of this file",
  assumed: "no statement of this file stands behind it",
  supposed: "set on this page by its reader",
};

export function BasisTag({ basis }: { basis: Basis }) {
  return (
    <span class={`basis ${basis}`} title={basisHints[basis]}>
      {basis === "supposed" ? "supposed here" : basis}
    </span>
  );
}

/// `bySelf`: its title in the file says so.
export function Invented({ bySelf = false }: { bySelf?: boolean }) {
  return (
    <span class="invented" title={bySelf ? "The file itself calls it so" : "No statement of this file speaks of it"}>
      invented
    </span>
  );
}
