using LocalAws.Faults;

namespace LocalAws.Sqs.Queues;

/// <summary>What a receive asks for.</summary>
/// <param name="Most">How many messages at most.</param>
/// <param name="VisibilityTimeout">How long they are hidden; by default as long as the queue says.</param>
/// <param name="Wait">How long it waits for the first; by default as long as the queue says.</param>
/// <param name="AttemptId">By which a FIFO queue knows the same receive again.</param>
/// <param name="Faults">What is to go wrong with it.</param>
internal sealed record ReceiveOptions(int Most, TimeSpan? VisibilityTimeout, TimeSpan? Wait, string? AttemptId, RequestFaults? Faults);
