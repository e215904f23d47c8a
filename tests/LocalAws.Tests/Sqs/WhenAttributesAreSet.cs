namespace LocalAws.Tests.Sqs;

public sealed class WhenAttributesAreSet : SqsSpec
{
    [Theory]
    [InlineData("VisibilityTimeout", "-1", "0", "43200", "43201")]
    [InlineData("DelaySeconds", "-1", "0", "900", "901")]
    [InlineData("MessageRetentionPeriod", "59", "60", "1209600", "1209601")]
    [InlineData("ReceiveMessageWaitTimeSeconds", "-1", "0", "20", "21")]
    [InlineData("MaximumMessageSize", "1023", "1024", "1048576", "1048577")]
    public async Task A_number_stays_in_its_range(string name, string tooLow, string lowest, string highest, string tooHigh)
    {
        var queue = await CreateAsync("orders");

        Assert.Equal("InvalidAttributeValue", (await RefusedAsync("SetQueueAttributes", Change(tooLow))).Code);
        Assert.Equal("InvalidAttributeValue", (await RefusedAsync("SetQueueAttributes", Change(tooHigh))).Code);
        Assert.Equal("InvalidAttributeValue", (await RefusedAsync("SetQueueAttributes", Change("many"))).Code);
        await CallAsync("SetQueueAttributes", Change(lowest));
        await CallAsync("SetQueueAttributes", Change(highest));

        object Change(string value) => new { QueueUrl = queue, Attributes = new Dictionary<string, string> { [name] = value } };
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("QueueArn")]
    [InlineData("ApproximateNumberOfMessages")]
    [InlineData("FifoQueue")]
    public async Task What_a_standard_queue_cannot_be_told_is_refused(string name)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(
            "SetQueueAttributes", new { QueueUrl = queue, Attributes = new Dictionary<string, string> { [name] = "1" } });

        Assert.Equal("InvalidAttributeName", error.Code);
        Assert.Equal($"Unknown Attribute {name}.", error.Message);
    }

    [Fact]
    public async Task One_bad_value_changes_nothing()
    {
        var queue = await CreateAsync("orders");

        await RefusedAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { DelaySeconds = "5", VisibilityTimeout = "-5" } });

        await SendAsync(queue, "not delayed");
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Theory]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dlq","maxReceiveCount":0}""",
        "Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both inclusive.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dlq","maxReceiveCount":"many"}""",
        "Invalid value for maxReceiveCount: many, valid values are from 1 to 1000 both inclusive.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dlq","maxReceiveCount":1001}""",
        "Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dlq"}""",
        "Redrive policy does not contain mandatory attribute: maxReceiveCount.")]
    [InlineData("""{"maxReceiveCount":5}""", "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:missing","maxReceiveCount":5}""",
        "Dead letter target does not exist.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:000000000000:dlq","maxReceiveCount":5}""",
        "Dead-letter target must be in same region as the source.")]
    [InlineData(
        """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:878966065785:dlq","maxReceiveCount":5}""",
        "Dead-letter target owner should be same as the source.")]
    [InlineData("""{"deadLetterTargetArn":"dlq","maxReceiveCount":5}""", "Invalid value for deadLetterTargetArn.")]
    [InlineData("[]", "Redrive policy is not a valid JSON map.")]
    public async Task A_redrive_policy_that_could_not_work_is_refused(string policy, string reason)
    {
        await CreateAsync("dlq");
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { RedrivePolicy = policy } });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Equal($"Value {policy} for parameter RedrivePolicy is invalid. Reason: {reason}", error.Message);
    }

    [Fact]
    public async Task The_count_of_a_redrive_policy_is_shown_as_a_number()
    {
        await CreateAsync("dlq");
        var queue = await CreateAsync("orders", new
        {
            RedrivePolicy = """{"maxReceiveCount": "5", "deadLetterTargetArn": "arn:aws:sqs:us-east-1:000000000000:dlq"}""",
        });

        Assert.Equal(
            """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dlq","maxReceiveCount":5}""",
            (string)(await AttributesAsync(queue, "RedrivePolicy"))!["RedrivePolicy"]!);
    }

    [Fact]
    public async Task A_queue_may_be_its_own_dead_letter_queue()
    {
        var queue = await CreateWithDeadLettersAsync("orders", "orders");
        await SendAsync(queue, "again and again");

        await ReceiveOneAsync(queue, visibilityTimeout: 0);
        Assert.Empty(await ReceiveAsync(queue));

        var message = await ReceiveOneAsync(queue);
        Assert.Equal(Arn("orders"), (string)message["Attributes"]!["DeadLetterQueueSourceArn"]!);
    }

    [Fact]
    public async Task An_empty_text_takes_an_optional_one_away()
    {
        await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");

        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { RedrivePolicy = "" } });

        Assert.Null(await AttributesAsync(queue, "RedrivePolicy"));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_returned()
    {
        var queue = await CreateAsync("orders");

        var attributes = (await AttributesAsync(queue, "QueueArn", "VisibilityTimeout"))!.AsObject();

        Assert.Equal(2, attributes.Count);
        Assert.Null(await AttributesAsync(queue));
    }

    [Fact]
    public async Task Asking_for_an_unknown_one_is_refused()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("GetQueueAttributes", new { QueueUrl = queue, AttributeNames = Names("Nonsense") });

        Assert.Equal("Unknown Attribute Nonsense.", error.Message);
    }
}
