namespace Workers.IntegrationTests.Fleet;

/// <summary>Waits for what another process will make true; the endpoint has nothing that would signal it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for a list to be as expected; where it does not become so, the failure shows both.</summary>
    public static async Task EqualAsync(IReadOnlyList<string> expected, Func<Task<IReadOnlyList<string>>> actual)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (!expected.SequenceEqual(await actual()) && time.GetElapsedTime(begun) < Limit)
        {
            await Task.Delay(Pause, time, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, await actual());
    }

    public static async Task TrueAsync(string what, Func<Task<bool>> condition)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (!await condition())
        {
            Assert.True(time.GetElapsedTime(begun) < Limit, $"Within {Limit}, it did not come about that {what}.");
            await Task.Delay(Pause, time, TestContext.Current.CancellationToken);
        }
    }
}
