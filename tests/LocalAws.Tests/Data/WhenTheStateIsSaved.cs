namespace LocalAws.Tests.Data;

public sealed class WhenTheStateIsSaved : DataSpec
{
    [Fact]
    public async Task A_server_that_is_killed_has_lost_what_came_after_the_last_snapshot()
    {
        await CreateTableAsync("early");
        var snapshot = await SnapshotAsync();
        await CreateTableAsync("late");

        await RestartFromAsync(snapshot);

        Assert.Equal(["early"], (await Dynamo.ListTablesAsync(Cancellation)).TableNames);
    }

    [Fact]
    public async Task Nothing_is_written_while_nothing_changes()
    {
        await CreateTableAsync("things");
        await SnapshotAsync();
        var written = File.GetLastWriteTimeUtc(Snapshot);
        File.SetLastWriteTimeUtc(Snapshot, written.AddDays(-1));

        await Dynamo.ListTablesAsync(Cancellation);
        Time.Advance(LocalAws.Data.DataDirectory.Interval);
        await Server.DisposeAsync();

        Assert.Equal(written.AddDays(-1), File.GetLastWriteTimeUtc(Snapshot));
    }

    [Fact]
    public async Task A_reset_empties_the_next_snapshot_too()
    {
        await CreateTableAsync("things");
        await SnapshotAsync();
        Server.Reset();

        await RestartAsync();

        Assert.Empty((await Dynamo.ListTablesAsync(Cancellation)).TableNames ?? []);
    }

    [Fact]
    public async Task Calls_and_faults_are_not_kept()
    {
        await CreateTableAsync("things");
        Server.Faults.Set(1, new LocalAws.Faults.FaultRule("dynamodb.*", LocalAws.Faults.FaultKind.Throttle));

        await RestartAsync();

        Assert.Empty(Server.Calls);
        await Dynamo.ListTablesAsync(Cancellation);
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<IOException>(() => StartAsync(Directory.FullName));

        Assert.Contains($"{Directory.FullName} is in use by another server", refusal.Message);
        await Dynamo.ListTablesAsync(Cancellation);
    }

    [Fact]
    public async Task A_directory_that_is_a_file_is_refused()
    {
        var file = Path.Combine(Directory.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);

        await Assert.ThrowsAsync<IOException>(() => StartAsync(file));
    }

    [Fact]
    public async Task A_directory_is_made_where_there_is_none()
    {
        var directory = Path.Combine(Directory.FullName, "a", "b");

        await (await StartAsync(directory)).DisposeAsync();

        Assert.True(File.Exists(Path.Combine(directory, "snapshot.json")));
    }

    [Fact]
    public async Task A_full_disk_is_told_once_and_the_server_goes_on()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        var unfinished = $"{Snapshot}.new";
        File.CreateSymbolicLink(unfinished, "/dev/full");
        await CreateTableAsync("things");

        var failed = Logger.NextAsync("The state could not be saved", Cancellation);
        Time.Advance(LocalAws.Data.DataDirectory.Interval);
        await failed;
        await CreateTableAsync("others");
        await Server.DisposeAsync();

        Assert.True(Server.IsDataBehind);
        Assert.Contains(Directory.FullName, Assert.Single(Logger.Errors));
        File.Delete(unfinished);
    }

    [Fact]
    public async Task A_disk_that_has_room_again_gets_everything()
    {
        var unfinished = System.IO.Directory.CreateDirectory($"{Snapshot}.new");
        await CreateTableAsync("things");
        var failed = Logger.NextAsync("The state could not be saved", Cancellation);
        Time.Advance(LocalAws.Data.DataDirectory.Interval);
        await failed;

        unfinished.Delete();
        await SnapshotAsync();

        Assert.False(Server.IsDataBehind);
        await RestartAsync();
        Assert.Equal(["things"], (await Dynamo.ListTablesAsync(Cancellation)).TableNames);
    }

    private Task<Amazon.DynamoDBv2.Model.CreateTableResponse> CreateTableAsync(string name) =>
        Dynamo.CreateTableAsync(name, [new("id", "HASH")], [new("id", "S")], new(1, 1), Cancellation);
}
