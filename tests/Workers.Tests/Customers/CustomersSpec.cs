using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Customers;
using Workers.Customers.Stores;
using Workers.Effects.Decisions;

namespace Workers.Tests.Customers;

/// <summary>The customers worker, whose reminders wait for an hour.</summary>
public abstract class CustomersSpec : IDisposable
{
    private protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private protected TimerWorker Worker { get; } = new(
        builder => builder.AddCustomers(),
        "Customers",
        Topology.CustomerTimersQueue,
        new() { ["Workers:Customers:RemindAfter"] = "01:00:00" });

    private protected Item Row => Worker.Store[Profile.Key("CUST-1")]!;

    private protected IEnumerable<OnboardingStep> Steps => Worker.SaidDetails.OfType<OnboardingStepDue>().Select(due => due.Step);

    private protected static UserRegistered Registration => new("CUST-1", "ada@example.com", "Ada");

    public void Dispose()
    {
        Worker.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static OrderPlaced Order(string orderId, decimal amount = 10m, DateTimeOffset? at = null) =>
        new(orderId, "CUST-1", [new("LAPTOP", 1)], amount, Timestamp: at);

    private protected static OrderCompleted Completed(string orderId, decimal amount = 10m) =>
        new(orderId, "CUST-1", amount, "ship-1", 1, FakeTime.Start, FakeTime.Start, 5);
}
