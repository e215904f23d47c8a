using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SQS;

namespace LocalAws.Tests.Http;

public sealed class WhenTheServerStarts : HttpSpec
{
    [Fact]
    public void Port_0_finds_a_free_one()
    {
        Assert.NotEqual(0, Server.Endpoint.Port);
        Assert.Equal("127.0.0.1", Server.Endpoint.Host);
    }

    [Fact]
    public async Task Three_lines_are_enough_for_a_test()
    {
        await using var aws = await LocalAwsServer.StartAsync();
        using var sqs = new AmazonSQSClient(
            new BasicAWSCredentials("test", "test"), new AmazonSQSConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
        var queueUrl = (await sqs.CreateQueueAsync("orders", Cancellation)).QueueUrl;

        Assert.Equal(new Uri(aws.Endpoint, "000000000000/orders"), new Uri(queueUrl));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        var options = new LocalAwsOptions { Port = Server.Endpoint.Port };

        await Assert.ThrowsAsync<IOException>(() => LocalAwsServer.StartAsync(options, Cancellation));
    }

    [Fact]
    public async Task A_host_that_is_no_address_is_an_error()
    {
        var options = new LocalAwsOptions { Port = 0, Host = "not an address" };

        await Assert.ThrowsAsync<ArgumentException>(() => LocalAwsServer.StartAsync(options, Cancellation));
    }

    [Fact]
    public async Task Once_disposed_of_it_no_longer_listens()
    {
        await Server.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(
            async () => await client.ConnectAsync(IPAddress.Loopback, Server.Endpoint.Port, Cancellation));
    }
}
