using Amazon.SQS.Model;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

/// <summary>Puts messages into queues of a fleet, and reads them out.</summary>
internal sealed class DeadLetterBox(AwsEndpoint endpoint, ProvisionedFleet fleet)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task PutAsync(string queue, string body, params (string Name, string Value)[] attributes)
    {
        var request = new SendMessageRequest(await fleet.QueueUrlAsync(queue), body)
        {
            MessageAttributes = attributes.ToDictionary(
                attribute => attribute.Name, attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value }),
        };
        await endpoint.Clients.Sqs.SendMessageAsync(request, Cancellation);
    }

    /// <summary>The bodies that are visible, sorted. They are visible again afterwards.</summary>
    public async Task<IReadOnlyList<string>> BodiesAsync(string queue)
    {
        var url = await fleet.QueueUrlAsync(queue);
        var found = new List<Message>();
        int received;
        do
        {
            var response = await endpoint.Clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10, WaitTimeSeconds = 0, VisibilityTimeout = 30 }, Cancellation);
            received = response.Messages?.Count ?? 0;
            found.AddRange(response.Messages ?? []);
        }
        while (received > 0);

        foreach (var message in found)
        {
            await endpoint.Clients.Sqs.ChangeMessageVisibilityAsync(url, message.ReceiptHandle, 0, Cancellation);
        }

        return [.. found.Select(message => message.Body).Order(StringComparer.Ordinal)];
    }
}
