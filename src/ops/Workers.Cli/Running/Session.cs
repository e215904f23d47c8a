using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Workers.Events;
using Workers.Operations;
using Workers.Provisioning;

namespace Workers.Cli.Running;

/// <summary>One run of a command: the fleet it speaks to, and how it answers.</summary>
internal sealed class Session(IServiceProvider services, Terminal terminal, bool json)
{
    private FleetAccess? _fleet;

    /// <summary>Made when it is first asked for: not every command needs AWS.</summary>
    public FleetAccess Fleet => _fleet ??= new(
        new(
            services.GetRequiredService<IAmazonSQS>(),
            services.GetRequiredService<IAmazonEventBridge>(),
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IAmazonSimpleNotificationService>(),
            services.GetRequiredService<IAmazonStepFunctions>()),
        Naming,
        Time);

    public AwsClients Aws => Fleet.Aws;

    public ResourceNaming Naming => services.GetRequiredService<IOptions<ResourceNaming>>().Value;

    /// <summary>Whether the answer is to be one JSON document.</summary>
    public bool AnswersInJson => json;

    public TimeProvider Time { get; } = services.GetRequiredService<TimeProvider>();

    public Terminal Terminal { get; } = terminal;

    /// <inheritdoc cref="FleetAccess.Target"/>
    public string Target => Fleet.Target;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Answers once, in the form that was asked for.</summary>
    public void Answer<T>(T answer, JsonTypeInfo<T> type, Action<IAnsiConsole> write)
    {
        if (json)
        {
            Terminal.Out.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(answer, type));
        }
        else
        {
            write(Terminal.Out);
        }
    }

    /// <summary>Tells people something beside the answer.</summary>
    public void Say(string text) => Terminal.Error.MarkupLineInterpolated($"[grey]{text}[/]");

    /// <summary>Tells people that something is wrong.</summary>
    public void Complain(string text) => Terminal.Complain(text);

    /// <summary>Asks before something that cannot be undone.</summary>
    /// <exception cref="CommandFailedException">The answer is no, or nobody is here to give one.</exception>
    public async Task ConfirmAsync(string question, bool yes, CancellationToken cancellationToken)
    {
        if (yes)
        {
            return;
        }

        RequireSomebody("--yes");
        var prompt = new ConfirmationPrompt(question.EscapeMarkup()) { DefaultValue = false };
        if (!await prompt.ShowAsync(Terminal.Out, cancellationToken))
        {
            throw new CommandFailedException("Nothing was done.", ExitCode.NotConfirmed);
        }
    }

    /// <summary>For what would first look and then ask.</summary>
    /// <param name="instead">What can be said on the command line instead.</param>
    /// <exception cref="CommandFailedException">Nobody is here to be asked.</exception>
    public void RequireSomebody(string instead)
    {
        if (json || !Terminal.Out.Profile.Capabilities.Interactive)
        {
            throw new CommandFailedException($"Nobody is here to confirm: say {instead}.", ExitCode.NotConfirmed);
        }
    }

    /// <summary>Runs something with a progress bar on standard error; without one where that is no terminal.</summary>
    /// <param name="what">What it does, for people.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="run">Does it, and tells how much is done so far.</param>
    public async Task<T> ProgressAsync<T>(string what, double total, Func<Action<double>, Task<T>> run)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return await run(_ => { });
        }

        return await Terminal.Error.Progress().AutoClear(true).StartAsync(context =>
        {
            var task = context.AddTask(what.EscapeMarkup(), maxValue: Math.Max(total, 1));
            return run(done => task.Value = done);
        });
    }

    /// <inheritdoc cref="FleetAccess.QueueUrlAsync"/>
    public Task<string> QueueUrlAsync(string queue, CancellationToken cancellationToken) => Fleet.QueueUrlAsync(queue, cancellationToken);
}
