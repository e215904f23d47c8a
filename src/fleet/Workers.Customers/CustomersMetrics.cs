using System.Diagnostics.Metrics;
using Workers.Contracts.Events;

namespace Workers.Customers;

/// <summary>
/// The customers worker's instrument, on the meter <c>Workers.Customers</c>. It counts what the bus tells, so a redelivery counts twice.
/// </summary>
internal sealed class CustomersMetrics
{
    public const string OnboardingSteps = "workers.customers.onboarding.steps";
    public const string Step = "step";

    private readonly Counter<long> _steps;

    public CustomersMetrics(IMeterFactory meters) => _steps = meters.Create("Workers.Customers")
        .CreateCounter<long>(OnboardingSteps, "{step}", "Steps by which new customers are looked after: welcome, firstorder.");

    public void Due(OnboardingStepDue due) =>
        _steps.Add(1, new KeyValuePair<string, object?>(Step, due.Step.ToString().ToLowerInvariant()));
}
