using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sns;

public sealed class WhenASubscriptionFilters : SnsSpec
{
    private static readonly object Attributes = new
    {
        store = Text("example"),
        price = new { DataType = "Number", StringValue = "210.75" },
        interests = new { DataType = "String.Array", StringValue = """["soccer","rugby",5,true,null]""" },
        bytes = new { DataType = "Binary", BinaryValue = "AAE=" },
    };

    [Theory]
    [InlineData("""{"store":["example"]}""", true)]
    [InlineData("""{"store":["other","example"]}""", true)]
    [InlineData("""{"store":["other"]}""", false)]
    [InlineData("""{"store":["example"],"price":[{"numeric":[">",300]}]}""", false)]
    [InlineData("""{"store":[{"prefix":"ex"}],"price":[{"numeric":[">=",200,"<",300]}]}""", true)]
    [InlineData("""{"store":[{"anything-but":["example"]}]}""", false)]
    [InlineData("""{"store":[{"anything-but":{"prefix":"other"}}]}""", true)]
    [InlineData("""{"store":[{"equals-ignore-case":"EXAMPLE"}]}""", true)]
    [InlineData("""{"store":[{"suffix":"ple"}]}""", true)]
    [InlineData("""{"price":["210.75"]}""", false)]
    [InlineData("""{"price":[210.750]}""", true)]
    [InlineData("""{"interests":["rugby"]}""", true)]
    [InlineData("""{"interests":[5]}""", true)]
    [InlineData("""{"interests":[true]}""", true)]
    [InlineData("""{"interests":["tennis"]}""", false)]
    [InlineData("""{"bytes":[{"exists":true}]}""", false)]
    [InlineData("""{"absent":[{"exists":false}]}""", true)]
    [InlineData("""{"absent":[{"anything-but":["x"]}]}""", false)]
    [InlineData("""{"$or":[{"store":["other"]},{"price":[{"numeric":["=",210.75]}]}]}""", true)]
    public async Task It_gets_what_its_policy_asks_of_the_attributes(string policy, bool isDelivered)
    {
        await CreateAsync();
        await SubscribeAsync(new { FilterPolicy = policy });

        await PublishAsync("m", Attributes);

        Assert.Equal(isDelivered, Queues.Delivered.Count == 1);
    }

    [Theory]
    [InlineData("""{"order":{"total":[{"numeric":[">",100]}]}}""", """{"order":{"total":101}}""", true)]
    [InlineData("""{"order":{"total":[{"numeric":[">",100]}]}}""", """{"order":{"total":100}}""", false)]
    [InlineData("""{"items":{"id":["a"]}}""", """{"items":[{"id":"b"},{"id":"a"}]}""", true)]
    [InlineData("""{"kind":["x"]}""", "no JSON", false)]
    [InlineData("""{"kind":["x"]}""", "[]", false)]
    public async Task It_gets_what_its_policy_asks_of_the_body(string policy, string body, bool isDelivered)
    {
        await CreateAsync();
        await SubscribeAsync(new { FilterPolicy = policy, FilterPolicyScope = "MessageBody" });

        await PublishAsync(body, new { kind = Text("x") });

        Assert.Equal(isDelivered, Queues.Delivered.Count == 1);
    }

    [Theory]
    [InlineData("""{"a":"b"}""", "\"a\" must be an object or an array\n at [Source: ")]
    [InlineData("""{"a":[]}""", "Empty arrays are not allowed\n at [Source: ")]
    [InlineData("""{"a":[{"like":"x"}]}""", "Unrecognized match type like\n at [Source: ")]
    [InlineData("{a", "failed to parse JSON. Unexpected character ('a' (code 97))")]
    [InlineData("""{"a":[{"wildcard":"x*"}]}""", "Unrecognized match type wildcard\n at [Source: ")]
    [InlineData("""{"a":[{"anything-but":{"suffix":"x"}}]}""", "Unsupported anything-but pattern: suffix\n at [Source: ")]
    [InlineData("""{"a":[{"anything-but":{"prefix":["x"]}}]}""", "prefix match pattern must be a string\n at [Source: ")]
    [InlineData("""{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}""", "Filter policy can not have more than 5 keys")]
    [InlineData("""{"a":[1,2,3,4,5,6],"b":[1,2,3,4,5,6],"c":[1,2,3,4,5]}""", "Filter policy is too complex")]
    public async Task A_policy_that_is_none_is_refused_in_AWSs_words(string policy, string reason)
    {
        await CreateAsync();
        var arn = await SubscribeAsync();

        Assert.StartsWith(
            $"InvalidParameter: Invalid parameter: FilterPolicy: {reason}",
            await RefusalAsync("SetSubscriptionAttributes", new { SubscriptionArn = arn, AttributeName = "FilterPolicy", AttributeValue = policy }));
    }

    [Fact]
    public async Task Attributes_have_no_levels_to_ask_for()
    {
        await CreateAsync();
        var arn = await SubscribeAsync();

        Assert.Equal(
            "InvalidParameter: Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy",
            await RefusalAsync(
                "SetSubscriptionAttributes",
                new { SubscriptionArn = arn, AttributeName = "FilterPolicy", AttributeValue = """{"a":{"b":["c"]}}""" }));
    }

    [Fact]
    public async Task The_scope_is_shown_once_there_is_a_policy()
    {
        await CreateAsync();
        var arn = await SubscribeAsync(new { FilterPolicyScope = "MessageBody" });
        var before = (string?)(await AttributesOfAsync(arn))["FilterPolicyScope"];

        await CallAsync("SetSubscriptionAttributes", new { SubscriptionArn = arn, AttributeName = "FilterPolicy", AttributeValue = """{"a":["b"]}""" });

        Assert.Equal((null, "MessageBody"), (before, (string?)(await AttributesOfAsync(arn))["FilterPolicyScope"]));
    }

    [Fact]
    public async Task Levels_of_a_body_count_towards_its_complexity()
    {
        await CreateAsync();
        var policy = """{"a":{"b":{"c":[1,2,3,4]}},"d":{"e":[1,2,3]},"f":[1,2,3]}""";   // 4 × 3, 3 × 2, 3: 216

        Assert.EndsWith(
            "FilterPolicy: Filter policy is too complex",
            await RefusalAsync("Subscribe", new
            {
                TopicArn,
                Protocol = "sqs",
                Endpoint = QueueArn,
                Attributes = new { FilterPolicy = policy, FilterPolicyScope = "MessageBody" },
            }));
    }

    [Fact]
    public async Task An_empty_policy_takes_it_back()
    {
        await CreateAsync();
        var arn = await SubscribeAsync(new { FilterPolicy = """{"a":["b"]}""" });
        Assert.Equal("MessageAttributes", (string?)(await AttributesOfAsync(arn))["FilterPolicyScope"]);

        await CallAsync("SetSubscriptionAttributes", new { SubscriptionArn = arn, AttributeName = "FilterPolicy", AttributeValue = "{}" });
        await PublishAsync("m");

        Assert.Equal("m", (string?)JsonNode.Parse(Delivered.Body)!["Message"]);
    }
}
