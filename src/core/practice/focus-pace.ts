import { addBusinessDays, type Calendar } from './business-days.ts'
import { addDays, mondayOf } from './days.ts'
import type { Channel, LocalDate } from './events.ts'
import { nextStep, type Plan, readPlan, WARM } from './plan.ts'

/**
 * The plan at the pace that a focus week asks for: where it would run past the Friday before that week, with the warm
 * gaps (practice 2.3, rule 5).
 *
 * @param last the day of the latest attempt
 */
export function inTimeFor(
  { focusOn, calendar }: { focusOn?: LocalDate; calendar: Calendar },
  plan: Plan,
  made: Channel[],
  withoutCalls: boolean,
  last: LocalDate,
): Plan {
  if (!focusOn) return plan
  const friday = addDays(mondayOf(focusOn), -3)
  if (last > friday || endOf(plan, made, withoutCalls, last, calendar) <= friday) return plan
  const warm = readPlan(WARM)!
  return {
    close: Math.min(plan.close, warm.close),
    steps: plan.steps.map((step, i) => ({
      ...step,
      gap: Math.min(step.gap, warm.steps[i]?.gap ?? step.gap),
    })),
  }
}

/** The day of the closing line, if every step is made on its day. */
function endOf(
  plan: Plan,
  made: Channel[],
  withoutCalls: boolean,
  last: LocalDate,
  calendar: Calendar,
): LocalDate {
  const all = [...made]
  let end = last
  for (;;) {
    const { channel, gap } = nextStep(plan, all, withoutCalls)
    end = addBusinessDays(end, gap, calendar)
    if (!channel) return end
    all.push(channel)
  }
}
