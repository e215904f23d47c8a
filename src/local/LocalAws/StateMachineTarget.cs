using LocalAws.EventBridge;
using LocalAws.Http;
using LocalAws.StepFunctions;

namespace LocalAws;

/// <summary>Connects EventBridge's deliveries to the state machines of the same process: each starts an execution.</summary>
internal sealed class StateMachineTarget(StepFunctionsService states) : IEventTarget
{
    public bool Accepts(string targetArn) => StatesArn.TryParse(targetArn) is { Kind: StatesArn.StateMachine };

    public DeliveryResult Deliver(
        string targetArn,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? ruleArn = null,
        string? traceHeader = null,
        string? messageGroupId = null)
    {
        try
        {
            states.Start(targetArn, body, traceHeader);
            return DeliveryResult.Delivered;
        }
        catch (AwsException exception)
        {
            var code = exception.Code == "StateMachineDoesNotExist" ? "NO_RESOURCE" : "ERROR_FROM_TARGET";
            return new DeliveryResult(code, exception.Message, IsRetryable: exception.StatusCode >= 500);
        }
    }
}

/// <summary>Several kinds of targets as one.</summary>
internal sealed class EventTargets(params IReadOnlyList<IEventTarget> targets) : IEventTarget
{
    public bool Accepts(string targetArn) => targets.Any(target => target.Accepts(targetArn));

    public DeliveryResult Deliver(
        string targetArn,
        string body,
        IReadOnlyDictionary<string, string>? attributes = null,
        string? ruleArn = null,
        string? traceHeader = null,
        string? messageGroupId = null) =>
        targets.FirstOrDefault(target => target.Accepts(targetArn)) is { } found
            ? found.Deliver(targetArn, body, attributes, ruleArn, traceHeader, messageGroupId)
            : new DeliveryResult("NO_RESOURCE", $"Nothing here takes deliveries for {targetArn}.", IsRetryable: false);
}
