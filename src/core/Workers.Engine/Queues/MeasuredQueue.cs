using Workers.Engine.Telemetry;

namespace Workers.Engine.Queues;

/// <summary>A queue whose calls are counted and timed, where somebody listens.</summary>
internal sealed class MeasuredQueue(IMessageQueue queue, ConsumerMetrics metrics, TimeProvider time) : IMessageQueue
{
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken)
    {
        var messages = await MeasureAsync("receive", time.GetTimestamp(), queue.ReceiveAsync(atMost, cancellationToken));
        metrics.Received(messages.Count);
        return messages;
    }

    public Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken) =>
        MeasureAsync("delete", time.GetTimestamp(), queue.DeleteAsync(messages, cancellationToken));

    public Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken) =>
        MeasureAsync("change_visibility", time.GetTimestamp(), queue.ChangeVisibilityAsync(changes, cancellationToken));

    public Task<IReadOnlyList<EntryFailure>> SendAgainAsync(
        IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken) =>
        MeasureAsync("send_again", time.GetTimestamp(), queue.SendAgainAsync(copies, cancellationToken));

    public Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(
        IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken) =>
        MeasureAsync("dead_letter", time.GetTimestamp(), queue.DeadLetterAsync(letters, cancellationToken));

    private Task<TAnswer> MeasureAsync<TAnswer>(string operation, long sentAt, Task<TAnswer> call) =>
        metrics.MeasuresCalls ? TimeAsync(operation, sentAt, call) : call;

    private async Task<TAnswer> TimeAsync<TAnswer>(string operation, long sentAt, Task<TAnswer> call)
    {
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        metrics.Called(operation, sentAt, ErrorOf(call));
        return await call;
    }

    private static string? ErrorOf(Task call) => call switch
    {
        { IsCanceled: true } => "cancelled",
        { Exception.InnerException: QueueCallException { Throttled: true } } => "throttled",
        { Exception.InnerException: { } failure } => (failure.InnerException ?? failure).GetType().FullName,
        _ => null,
    };
}
