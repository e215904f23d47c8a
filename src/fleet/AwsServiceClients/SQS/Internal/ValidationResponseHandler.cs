using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>
/// Compares the checksums that SQS answers with those of what was sent and received. A difference throws an
/// <see cref="AmazonSQSException"/>: a body that changed on its way is never handed out, nor taken for stored.
/// </summary>
internal sealed class ValidationResponseHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        switch (executionContext.RequestContext.OriginalRequest, executionContext.ResponseContext.Response)
        {
            case (_, ReceiveMessageResponse received):
                Validate(received);
                break;
            case (SendMessageRequest request, SendMessageResponse sent):
                Validate(request, sent);
                break;
            case (SendMessageBatchRequest request, SendMessageBatchResponse sent):
                Validate(request, sent);
                break;
        }

        return response;
    }

    private static void Validate(ReceiveMessageResponse received)
    {
        foreach (var message in received.Messages ?? [])
        {
            ValidateBody(message.Body, message.MD5OfBody, message.MessageId);
            ValidateAttributes(message.MessageAttributes, message.MD5OfMessageAttributes, message.MessageId);
        }
    }

    private static void Validate(SendMessageRequest request, SendMessageResponse sent)
    {
        if (!string.IsNullOrEmpty(request.MessageBody) && !string.IsNullOrEmpty(sent.MD5OfMessageBody))
        {
            ValidateBody(request.MessageBody, sent.MD5OfMessageBody, sent.MessageId);
        }

        ValidateAttributes(request.MessageAttributes, sent.MD5OfMessageAttributes, sent.MessageId);
    }

    private static void Validate(SendMessageBatchRequest request, SendMessageBatchResponse sent)
    {
        if (sent.Successful is not { Count: > 0 })
        {
            return;
        }

        var entries = request.Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        foreach (var result in sent.Successful)
        {
            var entry = entries[result.Id];
            ValidateBody(entry.MessageBody, result.MD5OfMessageBody, result.MessageId);
            ValidateAttributes(entry.MessageAttributes, result.MD5OfMessageAttributes, result.MessageId);
        }
    }

    private static void ValidateBody(string body, string md5, string messageId)
    {
        if (!MessageDigest.Matches(body, md5))
        {
            throw new AmazonSQSException($"MD5 hash mismatch for message id {messageId}");
        }
    }

    private static void ValidateAttributes(
        Dictionary<string, MessageAttributeValue> attributes, string md5, string messageId)
    {
        if (attributes is { Count: > 0 } && !string.IsNullOrEmpty(md5) && !MessageDigest.Matches(attributes, md5))
        {
            throw new AmazonSQSException($"Attribute MD5 hash mismatch for message id {messageId}");
        }
    }
}
