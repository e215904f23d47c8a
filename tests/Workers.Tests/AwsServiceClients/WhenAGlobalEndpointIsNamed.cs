using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenAGlobalEndpointIsNamed : WireSpec
{
    [Fact]
    public async Task It_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<AmazonClientException>(() =>
            Events.PutEventsAsync(new PutEventsRequest { EndpointId = "abcde.veo" }, Cancellation));

        Assert.Empty(Service.Requests);
    }
}
