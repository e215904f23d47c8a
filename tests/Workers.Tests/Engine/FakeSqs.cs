using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.Engine;

/// <summary>An SQS client that answers as told, and records what it was asked.</summary>
internal sealed class FakeSqs() : AmazonSQSClient(
    new AnonymousAWSCredentials(),
    new AmazonSQSConfig { ServiceURL = "http://sqs.example", AuthenticationRegion = "eu-west-1" })
{
    public List<AmazonSQSRequest> Requests { get; } = [];

    /// <summary>What a request is answered with; an exception is thrown, a task is awaited.</summary>
    public Func<AmazonSQSRequest, object> Answers { get; set; } = _ => throw new InvalidOperationException("The spec tells no answer.");

    public T Only<T>()
        where T : AmazonSQSRequest => Assert.Single(Requests.OfType<T>());

    public override Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default) =>
        Answer<ReceiveMessageResponse>(request);

    public override Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) =>
        Answer<DeleteMessageBatchResponse>(new DeleteMessageBatchRequest(queueUrl, entries));

    public override Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        string queueUrl,
        List<ChangeMessageVisibilityBatchRequestEntry> entries,
        CancellationToken cancellationToken = default) =>
        Answer<ChangeMessageVisibilityBatchResponse>(new ChangeMessageVisibilityBatchRequest(queueUrl, entries));

    public override Task<SendMessageBatchResponse> SendMessageBatchAsync(
        string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) =>
        Answer<SendMessageBatchResponse>(new SendMessageBatchRequest(queueUrl, entries));

    public override Task<GetQueueUrlResponse> GetQueueUrlAsync(
        GetQueueUrlRequest request, CancellationToken cancellationToken = default) =>
        Answer<GetQueueUrlResponse>(request);

    public override Task<GetQueueAttributesResponse> GetQueueAttributesAsync(
        string queueUrl, List<string> attributeNames, CancellationToken cancellationToken = default) =>
        Answer<GetQueueAttributesResponse>(new GetQueueAttributesRequest(queueUrl, attributeNames));

    private Task<T> Answer<T>(AmazonSQSRequest request)
    {
        Requests.Add(request);
        return Answers(request) switch
        {
            Exception failure => Task.FromException<T>(failure),
            Task<T> later => later,
            var answer => Task.FromResult((T)answer),
        };
    }
}
