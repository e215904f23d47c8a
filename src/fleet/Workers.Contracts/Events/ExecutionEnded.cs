using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Step Functions tells that an execution has ended. Never on the bus in this shape.</summary>
/// <param name="ExecutionArn">Which execution.</param>
/// <param name="Status">How, in Step Functions' words: FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Reason">Its error and cause, where it has any.</param>
/// <param name="OrderId">The order that it led; absent where the event leaves out the execution's input.</param>
public sealed record ExecutionEnded(
    [property: Text] string ExecutionArn,
    [property: Name] string Status,
    [property: Text] string Reason,
    [property: Id] string? OrderId = null) : IEventDetail;
