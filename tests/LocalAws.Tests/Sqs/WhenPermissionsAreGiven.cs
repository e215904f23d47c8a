using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenPermissionsAreGiven : SqsSpec
{
    private static readonly string[] Account = ["111122223333"];

    [Fact]
    public async Task They_are_a_statement_of_the_queues_policy()
    {
        var queue = await CreateAsync("orders");

        await AddAsync(queue, "reader", ["ReceiveMessage"]);

        Assert.Equal(
            """
            {"Version":"2008-10-17","Id":"arn:aws:sqs:us-east-1:000000000000:orders/SQSDefaultPolicy","Statement":[{"Sid":"reader","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"SQS:ReceiveMessage","Resource":"arn:aws:sqs:us-east-1:000000000000:orders"}]}
            """,
            await PolicyAsync(queue));
    }

    [Fact]
    public async Task Several_accounts_and_actions_are_lists()
    {
        var queue = await CreateAsync("orders");

        await AddAsync(queue, "both", ["SendMessage", "ReceiveMessage"], ["111122223333", "444455556666"]);

        var statement = JsonNode.Parse((await PolicyAsync(queue))!)!["Statement"]![0]!;
        Assert.Equal("""["arn:aws:iam::111122223333:root","arn:aws:iam::444455556666:root"]""", statement["Principal"]!["AWS"]!.ToJsonString());
        Assert.Equal("""["SQS:SendMessage","SQS:ReceiveMessage"]""", statement["Action"]!.ToJsonString());
    }

    [Fact]
    public async Task They_stand_beside_a_policy_that_was_set()
    {
        var queue = await CreateAsync("orders", new
        {
            Policy = """{"Version":"2012-10-17","Statement":{"Sid":"first","Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}}""",
        });

        await AddAsync(queue, "second", ["SendMessage"]);
        await RemoveAsync(queue, "first");

        var statement = Assert.Single(JsonNode.Parse((await PolicyAsync(queue))!)!["Statement"]!.AsArray());
        Assert.Equal("second", (string)statement!["Sid"]!);
    }

    [Fact]
    public async Task The_last_one_taken_away_takes_the_policy_with_it()
    {
        var queue = await CreateAsync("orders");
        await AddAsync(queue, "reader", ["ReceiveMessage"]);

        await RemoveAsync(queue, "reader");

        Assert.Null(await PolicyAsync(queue));
    }

    [Fact]
    public async Task A_label_is_given_once()
    {
        var queue = await CreateAsync("orders");
        await AddAsync(queue, "reader", ["ReceiveMessage"]);

        var error = await RefusedAsync("AddPermission", Request(queue, "reader", ["SendMessage"], Account));

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Equal("Value reader for parameter Label is invalid. Reason: Already exists.", error.Message);
    }

    [Fact]
    public async Task A_label_that_was_never_given_cannot_be_taken_away()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("RemovePermission", new { QueueUrl = queue, Label = "reader" });

        Assert.Equal("Value reader for parameter Label is invalid. Reason: can't find label.", error.Message);

        await AddAsync(queue, "writer", ["SendMessage"]);
        var other = await RefusedAsync("RemovePermission", new { QueueUrl = queue, Label = "reader" });
        Assert.Equal("Value reader for parameter Label is invalid. Reason: can't find label on existing policy.", other.Message);
    }

    [Theory]
    [InlineData("Value SQS:DeleteQueue for parameter ActionName is invalid. Reason: Only the queue owner is allowed to invoke this action.", "DeleteQueue")]
    [InlineData("8 Actions were found, maximum allowed is 7.", "*", "*", "*", "*", "*", "*", "*", "*")]
    [InlineData("The request must contain the parameter Actions.")]
    public async Task What_cannot_be_given_is_refused(string message, params string[] actions)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("AddPermission", Request(queue, "all", actions, Account));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task Nobody_is_no_principal()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("AddPermission", Request(queue, "nobody", ["SendMessage"], []));

        Assert.Equal("Value [] for parameter PrincipalId is invalid. Reason: Unable to verify.", error.Message);
    }

    private static object Request(string queue, string label, string[] actions, string[] accounts) =>
        new { QueueUrl = queue, Label = label, Actions = actions, AWSAccountIds = accounts };

    private async Task AddAsync(string queue, string label, string[] actions, string[]? accounts = null) =>
        await CallAsync("AddPermission", Request(queue, label, actions, accounts ?? Account));

    private async Task RemoveAsync(string queue, string label) =>
        await CallAsync("RemovePermission", new { QueueUrl = queue, Label = label });

    private async Task<string?> PolicyAsync(string queue) => (string?)(await AttributesAsync(queue, "Policy"))?["Policy"];
}
