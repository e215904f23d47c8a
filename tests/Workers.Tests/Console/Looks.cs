using Workers.Console.Watching;
using Workers.Contracts;
using Workers.Effects.Beats;
using Workers.Operations.Status;

namespace Workers.Tests.Console;

/// <summary>Looks at a fleet, ten seconds apart.</summary>
internal static class Looks
{
    public const string Handler = "Payments.InventoryReservedHandler";

    public static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(int look) => Start.AddSeconds(10 * look);

    /// <summary>A look at one instance of payments, with its counts since its start.</summary>
    public static Observation Of(
        int look,
        long handled = 0,
        long failed = 0,
        int waiting = 0,
        int dead = 0,
        double goneBy = 0,
        string instance = "payments/1",
        double requests = 0,
        double writeUnits = 0)
    {
        HandlerFigures figures = new(Handler, handled, failed, Waiting: 0, Rejected: 0, Duplicates: 0, Handling: null, PublishedToHandled: null)
        {
            Requests = requests,
            WriteUnits = writeUnits,
        };
        QueueFigures queue = new(Topology.PaymentsQueue, InFlight: 0, OldestSeconds: 0, goneBy, IsPaused: false, MaxInFlight: 40, [figures]);
        return new(
            At(look),
            [new(instance, "payments", "1.0.0+abc", "host", Start, At(look), At(look).AddMinutes(2), [queue])],
            new Dictionary<string, Steering>(),
            new Dictionary<string, QueueCounts>
            {
                [Topology.PaymentsQueue] = new(waiting, InFlight: 0, Delayed: 0),
                [Topology.PaymentsDlq] = new(dead, InFlight: 0, Delayed: 0),
            });
    }
}
