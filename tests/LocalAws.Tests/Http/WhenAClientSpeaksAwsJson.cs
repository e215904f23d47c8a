using System.IO.Compression;
using System.Net;
using System.Text;

namespace LocalAws.Tests.Http;

public sealed class WhenAClientSpeaksAwsJson : HttpSpec
{
    [Fact]
    public async Task An_answer_has_the_protocol_s_content_type_and_a_request_id()
    {
        using var response = await CallAsync("AmazonSQS.ListQueues", "{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType?.ToString());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [Fact]
    public async Task An_error_has_its_type_and_its_message()
    {
        using var response = await CallAsync("AmazonSQS.GetQueueUrl", """{"QueueName":"nowhere"}""");

        var error = await JsonAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("com.amazonaws.sqs#QueueDoesNotExist", (string?)error["__type"]);
        Assert.Equal("The specified queue does not exist.", (string?)error["message"]);
        Assert.False(response.Headers.Contains("x-amzn-query-error"));
    }

    [Fact]
    public async Task An_error_of_SQS_has_its_older_name_too_for_a_client_that_asks_for_it()
    {
        using var body = new StringContent("""{"QueueName":"nowhere"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint) { Content = body };
        request.Headers.Add("X-Amz-Target", "AmazonSQS.GetQueueUrl");
        request.Headers.Add("x-amzn-query-mode", "true");

        using var response = await SendAsync(request);

        Assert.Equal("com.amazonaws.sqs#QueueDoesNotExist", (string?)(await JsonAsync(response))["__type"]);
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue;Sender", response.Headers.GetValues("x-amzn-query-error").Single());
    }

    [Fact]
    public async Task Its_trace_goes_on_with_the_message_it_sends()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"traced"}""");
        using var body = new StringContent("""{"QueueUrl":"traced","MessageBody":"x"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint) { Content = body };
        request.Headers.Add("X-Amz-Target", "AmazonSQS.SendMessage");
        request.Headers.Add("X-Amzn-Trace-Id", "Root=1-5759e988");

        using var sent = await SendAsync(request);

        using var received = await CallAsync(
            "AmazonSQS.ReceiveMessage", """{"QueueUrl":"traced","MessageSystemAttributeNames":["AWSTraceHeader"]}""");
        Assert.Equal("Root=1-5759e988", (string?)(await JsonAsync(received))["Messages"]![0]!["Attributes"]!["AWSTraceHeader"]);
    }

    [Fact]
    public async Task The_signature_s_scope_says_the_region_and_the_host_header_the_endpoint()
    {
        using var created = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"orders"}""", region: "eu-central-1");
        using var there = await CallAsync("AmazonSQS.ListQueues", "{}", region: "eu-central-1");
        using var here = await CallAsync("AmazonSQS.ListQueues", "{}", region: "us-east-1");

        Assert.Equal($"{Server.Endpoint}000000000000/orders", (string?)(await JsonAsync(created))["QueueUrl"]);
        Assert.NotNull((await JsonAsync(there))["QueueUrls"]);
        Assert.Null((await JsonAsync(here))["QueueUrls"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_request_is_understood(string encoding)
    {
        using var body = Compressed("""{"QueueName":"orders"}""", encoding);

        using var response = await CallAsync("AmazonSQS.CreateQueue", body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused_by_what_stands_before_DynamoDB()
    {
        using var body = new StringContent("{");

        using var response = await CallAsync("DynamoDB_20120810.ListTables", body);

        Assert.Equal("com.amazon.coral.service#SerializationException", (string?)(await JsonAsync(response))["__type"]);
    }

    [Fact]
    public async Task A_request_that_is_not_compressed_as_it_says_is_refused()
    {
        using var body = new StringContent("{}");
        body.Headers.ContentEncoding.Add("gzip");

        using var response = await CallAsync("AmazonSQS.ListQueues", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("SerializationException", (string?)(await JsonAsync(response))["__type"]);
    }

    [Fact]
    public async Task A_request_in_chunks_is_understood()
    {
        using var body = new StreamContent(new ChunkedStream(Encoding.UTF8.GetBytes("""{"QueueName":"orders"}""")));

        using var response = await CallAsync("AmazonSQS.CreateQueue", body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static ByteArrayContent Compressed(string text, string encoding)
    {
        var bytes = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(bytes, CompressionLevel.Fastest),
            _ => new BrotliStream(bytes, CompressionLevel.Fastest),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        return content;
    }

    /// <summary>Does not say how long it is.</summary>
    private sealed class ChunkedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
