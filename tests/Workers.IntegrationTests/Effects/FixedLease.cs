using Workers.Engine.Handling;

namespace Workers.IntegrationTests.Effects;

/// <summary>A lease that nobody extends.</summary>
internal sealed class FixedLease(TimeSpan? left = null) : IMessageLease
{
    public DateTimeOffset Until { get; } = TimeProvider.System.GetUtcNow() + (left ?? TimeSpan.FromMinutes(1));

    public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback) => new CancellationTokenSource();
}
