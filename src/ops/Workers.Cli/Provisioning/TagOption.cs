using System.CommandLine;
using Workers.Contracts;

namespace Workers.Cli.Provisioning;

/// <summary><c>--tag Environment=production</c>: a tag beside the topology's, or another value for one of them.</summary>
internal sealed class TagOption : Option<string[]>
{
    public TagOption()
        : base("--tag")
    {
        Description = "A tag of bus and queues as KEY=VALUE, beside the topology's or instead; may be repeated.";
        Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Split('=', 2).Count(part => !string.IsNullOrWhiteSpace(part)) < 2))
            {
                result.AddError($"--tag {token.Value} is not KEY=VALUE.");
            }
        });
    }

    public IReadOnlyDictionary<string, string> Read(ParseResult arguments)
    {
        var tags = new Dictionary<string, string>(Topology.Tags);
        foreach (var given in arguments.GetValue(this) ?? [])
        {
            var parts = given.Split('=', 2);
            tags[parts[0]] = parts[1];
        }

        return tags;
    }
}
