using LocalAws.Http;
using LocalAws.Policies;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

internal sealed record AddPermissionRequest(
    string? QueueUrl, string? Label, IReadOnlyList<string>? AWSAccountIds, IReadOnlyList<string>? Actions);

internal sealed record RemovePermissionRequest(string? QueueUrl, string? Label);

/// <summary>Statements of a queue's policy, by label. They are kept and shown; nobody with credentials is held to them.</summary>
internal sealed class PermissionOperations(QueueRegistry queues)
{
    private const int MostActions = 7;
    private const int LongestLabel = 80;

    private static readonly string[] Grantable =
    [
        "*",
        "SendMessage",
        "ReceiveMessage",
        "DeleteMessage",
        "ChangeMessageVisibility",
        "GetQueueAttributes",
        "GetQueueUrl",
        "ListDeadLetterSourceQueues",
        "PurgeQueue",
    ];

    public Nothing Add(AddPermissionRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var label = Label(request.Label);
        var principals = Principals(request.AWSAccountIds);
        var actions = Actions(request.Actions);
        Change(queue, policy => PolicyDocument.Add(policy, queue.Name.Arn, label, principals, actions)
            ?? throw SqsErrors.InvalidParameter("Label", label, "Already exists."));
        return Nothing.Value;
    }

    public Nothing Remove(RemovePermissionRequest request, AwsRequest aws)
    {
        var queue = queues.Require(aws, request.QueueUrl);
        var label = Label(request.Label);
        Change(queue, policy => PolicyDocument.Remove(policy, label) ?? throw SqsErrors.InvalidParameter(
            "Label", label, policy is null ? "can't find label." : "can't find label on existing policy."));
        return Nothing.Value;
    }

    private static void Change(SqsQueue queue, Func<string?, string> change) => queue.Change(current =>
        current.With(new Dictionary<string, string?> { ["Policy"] = change(current.Values.GetValueOrDefault("Policy")) }));

    private static string Label(string? label)
    {
        if (string.IsNullOrEmpty(label))
        {
            throw SqsErrors.MissingParameter("Label");
        }

        return label.Length <= LongestLabel
            && label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
                ? label
                : throw SqsErrors.InvalidParameter(
                    "Label", label, "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }

    private static List<string> Principals(IReadOnlyList<string>? accounts)
    {
        if (accounts is null or [])
        {
            throw SqsErrors.InvalidParameter("PrincipalId", "[]", "Unable to verify.");
        }

        return accounts.FirstOrDefault(account => account.Length != 12 || !account.All(char.IsAsciiDigit)) is { } unknown
            ? throw SqsErrors.InvalidParameter("PrincipalId", $"[{unknown}]", "Unable to verify.")
            : [.. accounts.Select(account => $"arn:aws:iam::{account}:root")];
    }

    private static List<string> Actions(IReadOnlyList<string>? actions)
    {
        if (actions is null or [])
        {
            throw SqsErrors.MissingParameter("Actions");
        }

        if (actions.Count > MostActions)
        {
            throw SqsErrors.OverLimit($"{actions.Count} Actions were found, maximum allowed is {MostActions}.");
        }

        return actions.FirstOrDefault(action => !Grantable.Contains(action)) is { } refused
            ? throw SqsErrors.InvalidParameter(
                "ActionName", $"SQS:{refused}", "Only the queue owner is allowed to invoke this action.")
            : [.. actions.Select(action => $"SQS:{action}")];
    }
}
