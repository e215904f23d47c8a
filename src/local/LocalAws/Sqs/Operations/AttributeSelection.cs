using System.Collections.Frozen;
using System.Globalization;
using LocalAws.Http;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Operations;

/// <summary>Which of a message's attributes a receive asked for.</summary>
internal sealed class AttributeSelection
{
    private static readonly FrozenSet<string> SystemNames = FrozenSet.Create(
        "All",
        "SenderId",
        "SentTimestamp",
        "ApproximateReceiveCount",
        "ApproximateFirstReceiveTimestamp",
        "AWSTraceHeader",
        "MessageGroupId",
        "DeadLetterQueueSourceArn",
        "MessageDeduplicationId",
        "SequenceNumber");

    private readonly HashSet<string> _system;
    private readonly IReadOnlyList<string> _message;

    /// <exception cref="AwsException">It asks for a system attribute that does not exist.</exception>
    public AttributeSelection(ReceiveMessageRequest request)
    {
        _system = [.. request.AttributeNames ?? [], .. request.MessageSystemAttributeNames ?? []];
        _message = request.MessageAttributeNames ?? [];
        if (_system.FirstOrDefault(name => !SystemNames.Contains(name)) is { } unknown)
        {
            throw SqsErrors.UnknownAttribute(unknown);
        }
    }

    /// <summary>The system attributes; null when there are none to show.</summary>
    public IReadOnlyDictionary<string, string>? System(Receipt receipt)
    {
        if (_system.Count == 0)
        {
            return null;
        }

        var attributes = new Dictionary<string, string>();
        Add(attributes, "SenderId", AwsRequest.Account);
        Add(attributes, "SentTimestamp", Milliseconds(receipt.Message.SentAt));
        Add(attributes, "ApproximateReceiveCount", receipt.ReceiveCount.ToString(CultureInfo.InvariantCulture));
        Add(attributes, "ApproximateFirstReceiveTimestamp", Milliseconds(receipt.FirstReceivedAt));
        Add(attributes, "AWSTraceHeader", receipt.Message.TraceHeader);
        Add(attributes, "MessageGroupId", receipt.Message.GroupId);
        Add(attributes, "MessageDeduplicationId", receipt.Message.DeduplicationId);
        Add(attributes, "SequenceNumber", receipt.SequenceNumber);
        Add(attributes, "DeadLetterQueueSourceArn", receipt.Message.DeadLetterSourceArn);
        return attributes.Count == 0 ? null : attributes;
    }

    /// <summary>The message attributes, by name, by prefix (<c>order.*</c>), or all; null when there are none to show.</summary>
    public IReadOnlyDictionary<string, MessageAttributeValue>? Message(Message message)
    {
        if (message.Attributes is not { } all || _message.Count == 0)
        {
            return null;
        }

        var selected = all.Where(attribute => _message.Any(name => Selects(name, attribute.Key))).ToDictionary();
        return selected.Count == 0 ? null : selected;
    }

    private static bool Selects(string name, string attribute) =>
        name is "All" or "*"
        || name == attribute
        || (name.EndsWith(".*", StringComparison.Ordinal) && attribute.StartsWith(name[..^2], StringComparison.Ordinal));

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private void Add(Dictionary<string, string> attributes, string name, string? value)
    {
        if (value is not null && (_system.Contains(name) || _system.Contains("All")))
        {
            attributes.Add(name, value);
        }
    }
}
