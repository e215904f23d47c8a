namespace LocalAws.Sqs.Wire;

/// <param name="Messages">Left out, not empty, when there is none, as on AWS.</param>
internal sealed record ReceiveMessageResponse(IReadOnlyList<ReceivedMessage>? Messages);
