import { notRequired } from '../catalogue/not-required';
import { type GateFacts, missingEvidence } from './gate';
import type { OpenStep } from './list-open-steps';
import type { NowAct, NowFacts, NowLine } from './now-line';
import { stepDoing } from './step-doing';
import { stepBinding } from './step-holds';

/** A step as the line says it; rule E2: what locks it comes first. */
export function stepLine(facts: NowFacts, { checklist, item }: OpenStep, why: string): Omit<NowLine, 'rule'> {
  const { recipes } = facts;
  const evidence = { ...facts.evidence, notRequired: notRequired(recipes, facts.live) };
  const missing = missingEvidence(item, evidence);
  if (missing.length > 0) {
    const titles = missing.map((id) => recipes.find((recipe) => recipe.id === id)?.title ?? id);
    return {
      say: `Logs first: save ${titles.join(' and ')}.`,
      why: `“${item.title}” stays locked until then: what it touches shows the cause only as long as it is untouched.`,
      act: { kind: 'capture', recipes: missing },
    };
  }
  const binding = stepBinding(item, facts);
  const titled = (id: string) => recipes.find((recipe) => recipe.id === id)?.title ?? id;
  const words = binding?.words.replace(/“([\w-]+)”/, (_, id: string) => `“${titled(id)}”`);
  const once = binding && !binding.holds ? ` It is ticked once ${words}.` : '';
  // Somebody took the tick back although it is so: then it is a step like any other.
  const free = binding?.holds ? { id: item.id, title: item.title } : item;
  return { say: item.title, why: `${why}${once}`, act: actOf(evidence, { checklist, item: free }) };
}

/** Rule N23: what doing the step comes to. */
function actOf(evidence: GateFacts, { checklist, item }: Pick<OpenStep, 'checklist' | 'item'>): NowAct {
  const step = { checklistId: checklist.id, itemId: item.id };
  const doing = stepDoing(item, evidence);
  if (doing.kind === 'tick') return { kind: 'tick', ...step, links: doing.links };
  if (doing.kind === 'answer') return { kind: 'answer', ...step, answers: doing.answers };
  return doing.kind === 'capture' ? { kind: 'capture', recipes: doing.recipes } : { kind: 'perform', doing };
}
