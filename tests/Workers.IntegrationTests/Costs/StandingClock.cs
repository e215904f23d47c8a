namespace Workers.IntegrationTests.Costs;

/// <summary>
/// A clock that stands still once it is told to, and is put forward by hand, so that no item's size and no row of a minute depends on
/// when an order is placed. Timers go on. Until then it goes as any other: a worker does not start where SQS's clock is another.
/// </summary>
internal sealed class StandingClock : TimeProvider
{
    // With all seven digits of a second: JSON leaves out zeros at the end.
    private static readonly DateTimeOffset Where = new DateTimeOffset(2040, 1, 16, 10, 11, 12, TimeSpan.Zero).AddTicks(1_234_567);

    private DateTimeOffset? _now;

    public override DateTimeOffset GetUtcNow() => _now ?? base.GetUtcNow();

    public void Stand() => _now = Where;

    public void PutForward(TimeSpan by) => _now += by;
}
