namespace LocalAws.Sns.Messages;

/// <summary>A message that a topic has accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Body">The message; where protocols have texts of their own, the one for all others.</param>
/// <param name="Subject">Its subject; null when it has none.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="PublishedAt">When it was accepted.</param>
internal sealed record PublishedMessage(
    string Id,
    string TopicArn,
    string Body,
    string? Subject,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    DateTimeOffset PublishedAt)
{
    /// <summary>The texts that some protocols have of their own.</summary>
    public IReadOnlyDictionary<string, string> Bodies { get; init; } = new Dictionary<string, string>();

    /// <summary>The group that standard queues share out fairly by.</summary>
    public string? GroupId { get; init; }

    /// <summary>The X-Ray trace that it belongs to.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The SignatureVersion of the topic.</summary>
    public string SignatureVersion { get; init; } = "1";

    /// <summary>The text for a protocol.</summary>
    public string BodyFor(string protocol) => Bodies.GetValueOrDefault(protocol) ?? Body;
}
