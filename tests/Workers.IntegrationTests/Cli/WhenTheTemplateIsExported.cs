using Workers.Cli.Running;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning.CloudFormation;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheTemplateIsExported : IDisposable
{
    private readonly Operator _operator;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("export-");

    public WhenTheTemplateIsExported(AwsEndpoint endpoint) => _operator = new(endpoint, "");

    private string File => Path.Combine(_folder.FullName, "template.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_check_fails_until_it_is_written_and_when_somebody_changed_it()
    {
        var missing = await _operator.RunAsync("export", "--check", "--file", File);
        var written = await _operator.RunAsync("export", "--file", File);
        var fresh = await _operator.RunAsync("export", "--check", "--file", File);
        await System.IO.File.AppendAllTextAsync(File, "# mine\n", TestContext.Current.CancellationToken);
        var changed = await _operator.RunAsync("export", "--check", "--file", File);

        Assert.Equal(
            [ExitCode.Failed, ExitCode.Done, ExitCode.Done, ExitCode.Failed],
            [missing.ExitCode, written.ExitCode, fresh.ExitCode, changed.ExitCode]);
        Assert.Contains("is stale from line", changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_gets_nothing_but_the_template()
    {
        var run = await _operator.RunAsync("export", "--file", "-");

        Assert.Equal(Template.Export(), run.Out);
    }
}
