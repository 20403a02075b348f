import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type PlanFrame, WORLD_FRAME } from '../domain/dataset.ts';

const PlanFrameContext = createContext<PlanFrame>(WORLD_FRAME);
/** Tells everything inside where the plan lies. */
export const PlanFrameProvider = PlanFrameContext.Provider;

/** Where the plan lies; the whole world outside any provider. */
export function usePlanFrame(): PlanFrame {
  return useContext(PlanFrameContext);
}
