using Workers.Engine.Handling;

namespace Workers.Benchmarks.Effects;

/// <summary>A lease that need not be extended.</summary>
internal sealed class EndlessLease : IMessageLease
{
    public DateTimeOffset Until => DateTimeOffset.MaxValue;

    public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback) =>
        throw new NotSupportedException("Decisions hold no claims.");
}
