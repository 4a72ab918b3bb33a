import { Check } from 'lucide-react'
import type { PricingBlock as PricingFields } from '@/payload-types'
import { buttonStyles } from '@/src/components/buttonStyles'
import { cn } from '@/src/components/cn'
import { safeHref } from '../richText/safeHref'
import { SectionHeading } from './SectionHeading'

type Plan = NonNullable<PricingFields['plans']>[number]

export function PricingBlock({ block }: { block: PricingFields }) {
  const Title = block.heading ? 'h3' : 'h2'
  return (
    <section className="shell py-section">
      <SectionHeading heading={block.heading} text={block.text} />
      <ul className="mx-auto grid max-w-5xl gap-5 md:auto-cols-fr md:grid-flow-col">
        {(block.plans ?? []).map((plan) => (
          <PlanCard key={plan.id} plan={plan} Title={Title} />
        ))}
      </ul>
    </section>
  )
}

function PlanCard({ plan, Title }: { plan: Plan; Title: 'h2' | 'h3' }) {
  const target = plan.linkLabel ? safeHref(plan.linkUrl) : null
  return (
    <li
      className={cn(
        'flex flex-col rounded-lg border bg-paper-raised p-6 sm:p-7',
        plan.highlighted
          ? 'border-rule-strong outline-2 -outline-offset-2 outline-rule-strong'
          : 'border-rule',
      )}
    >
      <Title className="text-md font-semibold">{plan.name}</Title>
      <p className="mt-3 flex items-baseline gap-2">
        <span className="display text-3xl">{plan.price}</span>
        {plan.period && <span className="text-sm text-ink-soft">{plan.period}</span>}
      </p>
      {plan.text && <p className="mt-3 text-sm text-ink-soft">{plan.text}</p>}
      <ul className="mt-5 mb-7 space-y-2.5 text-sm">
        {(plan.features ?? []).map((feature) => (
          <li key={feature} className="flex gap-2.5">
            <Check size={17} aria-hidden="true" className="mt-0.5 shrink-0 text-tip" />
            {feature}
          </li>
        ))}
      </ul>
      {target && (
        <a
          href={target.href}
          className={buttonStyles({ variant: plan.highlighted ? 'accent' : 'outline', className: 'mt-auto' })}
        >
          {plan.linkLabel}
        </a>
      )}
    </li>
  )
}
