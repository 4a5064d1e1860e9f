// A small case and a model of the page for tests.

import type { Check, Entry, Option, OptionId, Show } from "../answers/answers";
import type { Model } from "../state/model";
import type { Page } from "../state/page";
import { firstModel } from "../state/update";

function entry(address: string, value: unknown, basis: Entry["basis"] = "assumed"): Entry {
  const text = Array.isArray(value) ? value.join("..") : String(value);
  return { entry: address, value, text, basis, firmness: null };
}

function party(id: string, name: string, fallback: unknown) {
  return {
    id,
    name,
    roles: ["signatory"],
    required: true,
    counted: true,
    fallback: entry(`fallback.${id}`, fallback),
    intent: null,
    persons: [],
  };
}

function option(id: OptionId, title: string): Option {
  return { id, title, text: null, wording_of: null, invented: null };
}

export function smallShow(): Show {
  return {
    title: "Two mills",
    as_of: "2026-03-01",
    digest: "d",
    summary: null,
    agreement: { required: ["alta", "bera"], counted: ["alta", "bera"], at_least: null },
    parties: [party("alta", "Alta", [20, 40]), party("bera", "Bera", 30)],
    issues: [
      {
        id: "weir",
        title: "Height of the weir",
        point: "1",
        document: null,
        range: null,
        status_quo: null,
        options: [option("low", "low"), option("high", "high"), option("none", "no weir (invented)")],
        parties: {
          alta: {
            weight: entry("issue.weir.weight.alta", "high"),
            stances: {
              low: entry("issue.weir.stance.alta.low", "redline", "reported"),
              high: entry("issue.weir.stance.alta.high", 100),
            },
          },
        },
      },
      {
        id: "share",
        title: "Share of the flow",
        point: null,
        document: null,
        range: { min: 10, max: 30, step: 10, unit: "%" },
        status_quo: null,
        options: [10, 20, 30].map((id) => option(id, String(id))),
        parties: {
          bera: {
            weight: entry("issue.share.weight.bera", [0, 40]),
            stances: {},
            curve: { redline: entry("issue.share.curve.bera.redline", "< 20") },
          },
        },
      },
    ],
    documents: [],
    points: [],
    words: { stances: { bad: [0, 30], ideal: 100 }, weights: { high: [20, 30] }, no_weight: [0, 40] },
    limits: [
      {
        ...entry("limit.towns", { if: { weir: "high" }, needs: { share: [20, 30] } }),
        title: "Water for the towns",
        party: "norm",
        on: true,
      },
    ],
    rules: [],
    bonuses: [{ ...entry("bonus.1", [2, 6]), party: "bera", when: { share: [20, 30], weir: "low" } }],
    risks: [],
    drafts: [
      {
        id: "first",
        title: "First text",
        date: null,
        by: [],
        on_table: "yes",
        content: { weir: ["low", "high"], share: 20 },
        texts: {},
        numbers: {},
      },
    ],
    alternatives: [{ id: "price", question: "Condition or price?", answers: ["condition", "price"] }],
    statements: [
      {
        id: "s1",
        who: "miller",
        date: null,
        claim: "no low weir",
        supports: ["issue.weir.stance.alta.low"],
        suggests: [],
      },
    ],
  };
}

export function smallCheck(more: Partial<Check> = {}): Check {
  return {
    title: "Two mills",
    as_of: null,
    digest: "d",
    verdict: "depends",
    reason: null,
    contradiction: null,
    contradicting_statements: null,
    outcome: null,
    possible_outcome: { weir: "high", share: 20 },
    failing_reading: null,
    several_readings: true,
    surplus: { alta: [-20, 60], bera: 5 },
    count: { outcomes: 9, sure: 0, possible: 3 },
    rests_on: [],
    rests_on_said: [],
    rests_on_complete: true,
    hinges: [],
    alternatives: [],
    combinations: [],
    next: [],
    exclusions: {},
    coverage: { entries: 4, own_words: 1, others_words: 0, experts: 0, narrator: 0, inferred: 0, assumed: 3 },
    room: null,
    proof: { claim: "none_sure", kind: "root", nodes: 0 },
    deadlines: [],
    notes: [],
    ...more,
  };
}

export function smallPage(): Page {
  return {
    version: "0.1.0",
    title: "Two mills",
    view: "mediator",
    digest: "d",
    seed: 7,
    operands: ["case.toml"],
    files: { "case.toml": "unbracket = 1\n" },
    answers: { check: smallCheck(), show: smallShow() },
  };
}

export function smallModel(): Model {
  return firstModel(smallPage());
}
