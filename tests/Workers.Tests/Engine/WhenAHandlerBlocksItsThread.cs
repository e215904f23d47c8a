using Workers.Engine.Timing;

namespace Workers.Tests.Engine;

/// <summary>The messages that came in with it begin on the same thread, where that is free.</summary>
public sealed class WhenAHandlerBlocksItsThread
{
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task The_messages_that_came_with_it_are_handled_meanwhile(int blocking)
    {
        var messages = Enumerable.Range(0, 10).ToList();
        var faults = new List<Exception>();
        var running = new RunningTasks(faults.Add);
        using var others = new CountdownEvent(messages.Count - 1);

        running.StartEach(HandleAsync, messages);
        await running.WhenIdleAsync();

        Assert.Empty(faults);
        Assert.True(others.IsSet);

        Task HandleAsync(int message)
        {
            if (message != blocking)
            {
                others.Signal();
            }
            else if (!others.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))
            {
                throw new TimeoutException("The others wait for it.");
            }

            return Task.CompletedTask;
        }
    }
}
