using System.Text;
using System.Text.RegularExpressions;
using LocalAws.Http;

namespace LocalAws.EventBridge.Buses;

/// <summary>PutPermission: a statement about one account or all, or a whole policy.</summary>
internal sealed record PutPermissionRequest(string? EventBusName)
{
    public string? Action { get; init; }

    public string? Principal { get; init; }

    public string? StatementId { get; init; }

    public PermissionCondition? Condition { get; init; }

    public string? Policy { get; init; }
}

/// <summary>What must be true of the caller, such as that it belongs to an organization.</summary>
internal sealed record PermissionCondition(string? Type, string? Key, string? Value);

/// <summary>RemovePermission: one statement, or all.</summary>
internal sealed record RemovePermissionRequest(string? EventBusName, string? StatementId, bool? RemoveAllPermissions);

/// <summary>The policies of buses. They are kept and shown; nobody else's account is here to be held to them.</summary>
internal sealed partial class PermissionOperations(Regions regions, TimeProvider time)
{
    private const int MaxPolicyBytes = 10_240;
    private const string PutEvents = "events:PutEvents";

    /// <summary>Adds a statement, or replaces the one of the same id; a whole policy replaces all.</summary>
    public Nothing Put(PutPermissionRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        CheckForm(request);
        var name = request.EventBusName ?? EventBus.Default;
        return Change(name, aws, bus =>
        {
            if (request.Policy is not null)
            {
                return BusPolicy.Parse(request.Policy);
            }

            var policy = BusPolicy.Of(bus);
            policy.Put(request.StatementId!, request.Action!, request.Principal!, request.Condition, bus.Arn);
            return policy;
        });
    }

    public Nothing Remove(RemovePermissionRequest request, AwsRequest aws)
    {
        new Constraints()
            .Satisfy("statementId", request.StatementId, IsStatementId(request.StatementId), "[a-zA-Z0-9-_]+")
            .Length("statementId", request.StatementId, 1, 64)
            .OptionalName("eventBusName", request.EventBusName, 256)
            .Check();
        return Change(request.EventBusName ?? EventBus.Default, aws, bus =>
        {
            if (request.RemoveAllPermissions == true)
            {
                return bus.Policy is null ? throw EventBridgeErrors.NotFound("EventBus does not have a policy.") : null;
            }

            if (request.StatementId is null)
            {
                throw EventBridgeErrors.Validation("Parameter StatementId must be specified.");
            }

            var policy = BusPolicy.Of(bus);
            return policy.Remove(request.StatementId)
                ? policy
                : throw EventBridgeErrors.NotFound("Statement with the provided id does not exist.");
        });
    }

    private Nothing Change(string name, AwsRequest aws, Func<EventBus, BusPolicy?> change)
    {
        regions.Change(aws.Region, region =>
        {
            var bus = region.Bus(name);
            var policy = change(bus)?.Text;
            return Encoding.UTF8.GetByteCount(policy ?? "") <= MaxPolicyBytes
                ? region.With(bus with { Policy = policy, LastModifiedTime = time.GetUtcNow() })
                : throw new AwsException(
                    "PolicyLengthExceededException", $"The policy of a bus has at most {MaxPolicyBytes} bytes.");
        });
        return new Nothing();
    }

    private static void CheckForm(PutPermissionRequest request)
    {
        if (request.Policy is not null)
        {
            if (request is not { Action: null, Principal: null, StatementId: null, Condition: null })
            {
                throw EventBridgeErrors.Validation("Parameter Policy can't be specified together with the parts of a statement.");
            }

            return;
        }

        var missing = request switch
        {
            { Action: null } => nameof(request.Action),
            { Principal: null } => nameof(request.Principal),
            { StatementId: null } => nameof(request.StatementId),
            _ => null,
        };
        if (missing is not null)
        {
            throw EventBridgeErrors.Validation($"Parameter {missing} must be specified.");
        }

        if (request.Action != PutEvents)
        {
            throw EventBridgeErrors.Validation("Provided value in parameter 'action' is not supported.");
        }

        if (request.Condition is not null && request.Principal != "*")
        {
            throw EventBridgeErrors.Validation("Parameter Principal must be '*' when a condition is specified.");
        }
    }

    private static Constraints Constrain(PutPermissionRequest request)
    {
        var constraints = new Constraints()
            .OptionalName("eventBusName", request.EventBusName, 256)
            .Satisfy("action", request.Action, request.Action is null || Action().IsMatch(request.Action), "events:[a-zA-Z]+")
            .Length("action", request.Action, 1, 64)
            .Satisfy("principal", request.Principal, request.Principal is null || Principal().IsMatch(request.Principal), @"(\d{12}|\*)")
            .Length("principal", request.Principal, 1, 12)
            .Satisfy("statementId", request.StatementId, IsStatementId(request.StatementId), "[a-zA-Z0-9-_]+")
            .Length("statementId", request.StatementId, 1, 64);
        return request.Condition is not { } condition
            ? constraints
            : constraints
                .Require("condition.type", condition.Type)
                .Require("condition.key", condition.Key)
                .Require("condition.value", condition.Value);
    }

    private static bool IsStatementId(string? id) => id is null || StatementId().IsMatch(id);

    [GeneratedRegex(@"^events:[a-zA-Z]+\z")]
    private static partial Regex Action();

    [GeneratedRegex(@"^(\d{12}|\*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Principal();

    [GeneratedRegex(@"^[a-zA-Z0-9-_]+\z")]
    private static partial Regex StatementId();
}
