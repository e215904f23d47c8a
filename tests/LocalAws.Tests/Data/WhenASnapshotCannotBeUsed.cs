using System.Text;

namespace LocalAws.Tests.Data;

public sealed class WhenASnapshotCannotBeUsed : DataSpec
{
    [Fact]
    public async Task A_file_that_was_cut_off_is_refused()
    {
        var snapshot = await SnapshotAsync();

        await RefusesAsync(snapshot[..^10], "is torn: it has");
    }

    [Fact]
    public async Task A_file_with_one_byte_changed_is_refused()
    {
        var snapshot = await SnapshotAsync();
        snapshot[^3] ^= 1;

        await RefusesAsync(snapshot, "is torn: its checksum is another");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of ours\n{}")]
    [InlineData("""{"format":"other","version":1}""" + "\n{}")]
    [InlineData("""{"format":"LocalAws","version":"1"}""" + "\n{}")]
    [InlineData("[1]\n{}")]
    public async Task A_file_of_something_else_is_refused(string content)
    {
        await RefusesAsync(Encoding.UTF8.GetBytes(content), "is no snapshot of LocalAws");
    }

    [Fact]
    public async Task A_file_of_another_format_is_refused()
    {
        var content = """{"format":"LocalAws","version":2,"bytes":2,"sha256":""}""" + "\n{}";

        await RefusesAsync(Encoding.UTF8.GetBytes(content), "has format 2, and this LocalAws reads format 1");
    }

    [Fact]
    public async Task A_state_of_a_service_that_is_not_here_is_refused()
    {
        await RefusesAsync(Whole("""{"kinesis":{}}"""), "has the state of kinesis, a service that this LocalAws does not have");
    }

    [Theory]
    [InlineData("""{"dynamodb":{}}""")]
    [InlineData("""{"dynamodb":null}""")]
    [InlineData("""{"states":{"Revisions":[]}}""")]
    public async Task A_state_that_lacks_something_is_refused(string body)
    {
        await RefusesAsync(Whole(body), "has a state that this LocalAws does not understand");
    }

    [Fact]
    public async Task A_missing_snapshot_is_refused_where_the_one_before_it_is_there()
    {
        await SnapshotAsync();
        await Dynamo.CreateTableAsync("things", [new("id", "HASH")], [new("id", "S")], new(1, 1), Cancellation);
        await SnapshotAsync();
        await Server.DisposeAsync();
        File.Delete(Snapshot);

        var refusal = await Assert.ThrowsAsync<IOException>(() => StartAsync(Directory.FullName));

        Assert.Contains($"{Snapshot} is missing", refusal.Message);
        File.Copy($"{Snapshot}.previous", Snapshot);
        await RestartAsync();
    }

    [Fact]
    public async Task The_snapshot_before_it_can_be_put_in_its_place()
    {
        await Dynamo.CreateTableAsync("things", [new("id", "HASH")], [new("id", "S")], new(1, 1), Cancellation);
        await SnapshotAsync();
        await Dynamo.DeleteTableAsync("things", Cancellation);
        await SnapshotAsync();

        await RestartFromAsync(await File.ReadAllBytesAsync($"{Snapshot}.previous", Cancellation));

        Assert.Equal(["things"], (await Dynamo.ListTablesAsync(Cancellation)).TableNames);
    }

    private static byte[] Whole(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var header = $$"""{"format":"LocalAws","version":1,"bytes":{{bytes.Length}},"sha256":"{{LocalAws.Data.SnapshotFile.Checksum(bytes)}}"}""";
        return [.. Encoding.UTF8.GetBytes(header), (byte)'\n', .. bytes];
    }

    private async Task RefusesAsync(byte[] content, string reason)
    {
        await Server.DisposeAsync();
        await File.WriteAllBytesAsync(Snapshot, content, Cancellation);

        var refusal = await Assert.ThrowsAsync<IOException>(() => StartAsync(Directory.FullName));

        Assert.Contains($"{Snapshot} {reason}", refusal.Message);
        Assert.Contains("move both away to start empty", refusal.Message);
        Assert.Equal(content, await File.ReadAllBytesAsync(Snapshot, Cancellation));
    }
}
