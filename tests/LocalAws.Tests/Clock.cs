namespace LocalAws.Tests;

/// <summary>What the clocks of the specs show until they are moved on.</summary>
internal static class Clock
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
}
