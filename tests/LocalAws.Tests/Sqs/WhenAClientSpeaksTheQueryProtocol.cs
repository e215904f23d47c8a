using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Tests.Http;

namespace LocalAws.Tests.Sqs;

/// <summary>Older SDKs send forms, curl users send query strings, and both are answered by XML.</summary>
public sealed class WhenAClientSpeaksTheQueryProtocol : HttpSpec
{
    private static readonly XNamespace Sqs = "http://queue.amazonaws.com/doc/2012-11-05/";

    [Fact]
    public async Task What_a_form_sends_a_form_receives()
    {
        var queue = await CreateAsync("orders");

        var sent = await QueryAsync(
            "SendMessage",
            ("QueueUrl", queue),
            ("MessageBody", "line\r\n<&> \U0001F600"),
            ("MessageAttribute.1.Name", "kind"),
            ("MessageAttribute.1.Value.DataType", "String"),
            ("MessageAttribute.1.Value.StringValue", "a"),
            ("MessageAttribute.2.Name", "bytes"),
            ("MessageAttribute.2.Value.DataType", "Binary"),
            ("MessageAttribute.2.Value.BinaryValue", "AQID"));
        var message = One(
            await QueryAsync(
                "ReceiveMessage",
                ("QueueUrl", queue),
                ("AttributeName.1", "ApproximateReceiveCount"),
                ("MessageAttributeName.1", "kind"),
                ("MessageAttributeName.2", "bytes")),
            "Message");

        Assert.Equal("line\r\n<&> \U0001F600", Text(message, "Body"));
        Assert.Equal(Text(sent, "MessageId"), Text(message, "MessageId"));
        Assert.Equal(Text(sent, "MD5OfMessageAttributes"), Text(message, "MD5OfMessageAttributes"));
        var system = One(message, "Attribute");
        Assert.Equal(("ApproximateReceiveCount", "1"), (Text(system, "Name"), Text(system, "Value")));
        var attributes = message.Elements(Sqs + "MessageAttribute")
            .ToDictionary(one => Text(one, "Name"), one => one.Element(Sqs + "Value")!);
        Assert.Equal(("String", "a"), (Text(attributes["kind"], "DataType"), Text(attributes["kind"], "StringValue")));
        Assert.Equal(("Binary", "AQID"), (Text(attributes["bytes"], "DataType"), Text(attributes["bytes"], "BinaryValue")));
    }

    [Fact]
    public async Task Attributes_and_tags_have_numbered_names_and_values()
    {
        var queue = await CreateAsync(
            "orders",
            ("Attribute.1.Name", "VisibilityTimeout"),
            ("Attribute.1.Value", "7"),
            ("Attribute.2.Name", "DelaySeconds"),
            ("Attribute.2.Value", "3"),
            ("Tag.1.Key", "team"),
            ("Tag.1.Value", "shop"));
        await QueryAsync("TagQueue", ("QueueUrl", queue), ("Tag.1.Key", "stage"), ("Tag.1.Value", "test"));
        await QueryAsync("UntagQueue", ("QueueUrl", queue), ("TagKey.1", "team"));

        var attributes = await QueryAsync(
            "GetQueueAttributes", ("QueueUrl", queue), ("AttributeName.1", "VisibilityTimeout"), ("AttributeName.2", "DelaySeconds"));
        var tags = await QueryAsync("ListQueueTags", ("QueueUrl", queue));

        Assert.Equal(
            [("DelaySeconds", "3"), ("VisibilityTimeout", "7")],
            attributes.Descendants(Sqs + "Attribute").Select(one => (Text(one, "Name"), Text(one, "Value"))).Order());
        Assert.Equal(("stage", "test"), (Text(tags, "Key"), Text(tags, "Value")));
    }

    [Fact]
    public async Task Each_batch_has_entries_and_results_of_its_own_name()
    {
        var queue = await CreateAsync("orders");

        var sent = await QueryAsync(
            "SendMessageBatch",
            ("QueueUrl", queue),
            ("SendMessageBatchRequestEntry.1.Id", "a"),
            ("SendMessageBatchRequestEntry.1.MessageBody", "first"),
            ("SendMessageBatchRequestEntry.1.MessageAttribute.1.Name", "kind"),
            ("SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType", "Number"),
            ("SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue", "7"),
            ("SendMessageBatchRequestEntry.2.Id", "b"),
            ("SendMessageBatchRequestEntry.2.MessageBody", "second"),
            ("SendMessageBatchRequestEntry.2.DelaySeconds", "901"));
        var received = await QueryAsync("ReceiveMessage", ("QueueUrl", queue), ("MaxNumberOfMessages", "10"));
        var deleted = await QueryAsync(
            "DeleteMessageBatch",
            ("QueueUrl", queue),
            ("DeleteMessageBatchRequestEntry.1.Id", "c"),
            ("DeleteMessageBatchRequestEntry.1.ReceiptHandle", Text(received, "ReceiptHandle")));

        Assert.Equal("a", Text(One(sent, "SendMessageBatchResultEntry"), "Id"));
        var failed = One(sent, "BatchResultErrorEntry");
        Assert.Equal(("b", "InvalidParameterValue", "true"), (Text(failed, "Id"), Text(failed, "Code"), Text(failed, "SenderFault")));
        Assert.Equal("first", Text(One(received, "Message"), "Body"));
        Assert.Equal("c", Text(One(deleted, "DeleteMessageBatchResultEntry"), "Id"));
    }

    [Fact]
    public async Task A_list_that_is_sent_empty_is_an_empty_list()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(Form("SendMessageBatch", ("QueueUrl", queue), ("Entries", "")));

        Assert.Equal("AWS.SimpleQueueService.EmptyBatchRequest", Text(error, "Code"));
    }

    [Fact]
    public async Task An_operation_that_has_no_answer_has_no_result_and_an_empty_answer_has_one()
    {
        var queue = await CreateAsync("orders");

        Assert.Null(await ResultAsync("PurgeQueue", ("QueueUrl", queue)));
        Assert.Empty((await QueryAsync("ReceiveMessage", ("QueueUrl", queue))).Elements());
    }

    [Fact]
    public async Task Both_protocols_are_of_the_same_queues()
    {
        var queue = await CreateAsync("orders");
        await AskAsync("SendMessage", new { QueueUrl = queue, MessageBody = "by JSON" });

        var received = await QueryAsync("ReceiveMessage", ("QueueUrl", queue), ("WaitTimeSeconds", "20"));
        var handle = Text(received, "ReceiptHandle");
        await QueryAsync("ChangeMessageVisibility", ("QueueUrl", queue), ("ReceiptHandle", handle), ("VisibilityTimeout", "0"));
        var again = await AskAsync("ReceiveMessage", new { QueueUrl = queue });
        Assert.Equal("by JSON", Text(received, "Body"));
        Assert.Equal(Text(received, "MessageId"), (string?)again["Messages"]![0]!["MessageId"]);
        Assert.Equal(2, Server.Calls["sqs.ReceiveMessage"]);
    }

    [Fact]
    public async Task A_queues_URL_is_an_endpoint_of_its_own()
    {
        var queue = new Uri(await CreateAsync("orders"));
        var other = await CreateAsync("other");

        await GetOkAsync($"{queue.AbsolutePath}?Action=SendMessage&MessageBody=a+b%2Bc");
        var received = await GetOkAsync($"{queue.AbsolutePath}/?Action=ReceiveMessage&VisibilityTimeout=0");
        var nothing = await GetOkAsync($"{queue.AbsolutePath}?Action=ReceiveMessage&QueueUrl={Uri.EscapeDataString(other)}");

        Assert.Equal("a b+c", Text(received, "Body"));
        Assert.Empty(nothing.Descendants(Sqs + "Message"));
    }

    [Theory]
    [InlineData("CreateQueue")]
    [InlineData("ListQueues")]
    [InlineData("GrantWishes")]
    public async Task It_has_no_operations_but_those_of_its_queue(string action)
    {
        var queue = new Uri(await CreateAsync("orders"));

        using var response = await GetAsync($"{queue.AbsolutePath}?Action={action}&QueueName=new");

        var error = await ErrorAsync(response);
        Assert.Equal("InvalidAction", Text(error, "Code"));
        Assert.Equal($"The action {action} is not valid for this endpoint.", Text(error, "Message"));
    }

    [Fact]
    public async Task It_opens_in_a_browser_to_an_answer_that_asks_for_an_action()
    {
        var queue = new Uri(await CreateAsync("orders"));

        using var response = await GetAsync(queue.AbsolutePath);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("<UnknownOperationException>", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Errors_have_the_older_codes_and_words()
    {
        var error = await RefusedAsync(Form("GetQueueAttributes", ("QueueUrl", "http://localhost/000000000000/gone")));

        Assert.Equal("Sender", Text(error, "Type"));
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", Text(error, "Code"));
        Assert.Equal("The specified queue does not exist for this wsdl version.", Text(error, "Message"));
    }

    [Theory]
    [InlineData("MaxNumberOfMessages", "many", "SerializationException")]
    [InlineData("MaxNumberOfMessages", "11", "InvalidParameterValue")]
    [InlineData("AttributeName.1", "Age", "InvalidAttributeName")]
    public async Task What_JSON_is_refused_a_form_is_refused(string name, string value, string code)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(Form("ReceiveMessage", ("QueueUrl", queue), (name, value)));

        Assert.Equal(code, Text(error, "Code"));
    }

    [Fact]
    public async Task A_character_that_no_message_may_have_is_for_SQS_to_refuse()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(Form("SendMessage", ("QueueUrl", queue), ("MessageBody", "a\0")));

        Assert.Equal("InvalidMessageContents", Text(error, "Code"));
    }

    [Fact]
    public async Task A_region_is_read_from_a_signature_among_the_fields()
    {
        const string Signed = "X-Amz-Credential=test%2F20260115%2Feu-west-1%2Fsqs%2Faws4_request";

        await GetOkAsync($"/?Action=CreateQueue&QueueName=orders&{Signed}");
        var attributes = await GetOkAsync($"/000000000000/orders?Action=GetQueueAttributes&AttributeName.1=QueueArn&{Signed}");

        Assert.Equal("arn:aws:sqs:eu-west-1:000000000000:orders", Text(attributes, "Value"));
    }

    [Fact]
    public async Task A_trace_header_goes_with_the_message()
    {
        var queue = await CreateAsync("orders");
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint)
        {
            Content = Form("SendMessage", ("QueueUrl", queue), ("MessageBody", "traced")),
        };
        request.Headers.Add("X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");

        using var response = await SendAsync(request);

        var received = await QueryAsync("ReceiveMessage", ("QueueUrl", queue), ("AttributeName.1", "AWSTraceHeader"));
        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793", Text(One(received, "Attribute"), "Value"));
    }

    private async Task<string> CreateAsync(string name, params (string, string)[] fields) =>
        Text(await QueryAsync("CreateQueue", [("QueueName", name), .. fields]), "QueueUrl");

    private async Task<XElement> QueryAsync(string action, params (string, string)[] fields) => (await ResultAsync(action, fields))!;

    private async Task<XElement?> ResultAsync(string action, params (string, string)[] fields)
    {
        using var form = Form(action, fields);
        using var response = await PostAsync("/", form);
        return await AnswerAsync(response, action);
    }

    private async Task<XElement> GetOkAsync(string path)
    {
        using var response = await GetAsync(path);
        return (await AnswerAsync(response, path.Split("Action=")[1].Split('&')[0]))!;
    }

    private static async Task<XElement?> AnswerAsync(HttpResponseMessage response, string action)
    {
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
        var root = XElement.Parse(answer, LoadOptions.PreserveWhitespace);
        Assert.Equal(Sqs + $"{action}Response", root.Name);
        Assert.NotEmpty(Text(root, "RequestId"));
        return root.Element(Sqs + $"{action}Result");
    }

    private async Task<XElement> RefusedAsync(FormUrlEncodedContent form)
    {
        using (form)
        {
            using var response = await PostAsync("/", form);
            return await ErrorAsync(response);
        }
    }

    private static async Task<XElement> ErrorAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return One(XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)), "Error");
    }

    private async Task<JsonNode> AskAsync(string operation, object request)
    {
        using var response = await CallAsync($"AmazonSQS.{operation}", JsonSerializer.Serialize(request));
        return await JsonAsync(response);
    }

    private static FormUrlEncodedContent Form(string action, params (string, string)[] fields) => new(
        fields.Append(("Action", action)).Append(("Version", "2012-11-05")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    private static XElement One(XElement parent, string name) => parent.Descendants(Sqs + name).Single();

    private static string Text(XElement parent, string name) => One(parent, name).Value;
}
