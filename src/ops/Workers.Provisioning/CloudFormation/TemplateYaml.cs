using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Writes a template as YAML, always the same for the same template: members in their order, functions in their short form.</summary>
internal static partial class TemplateYaml
{
    /// <summary>For documents that stand in the template as text.</summary>
    public static JsonSerializerOptions EmbeddedJson { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> ShortForms = new()
    {
        [Fn.RefName] = "!Ref",
        [Fn.GetAttName] = "!GetAtt",
        [Fn.SubName] = "!Sub",
        [Fn.IfName] = "!If",
        ["Fn::Not"] = "!Not",
        ["Fn::Equals"] = "!Equals",
    };

    public static string Write(JsonObject template)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var yaml = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(yaml, template, TagName.Empty);
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(IEmitter yaml, JsonNode? node, TagName tag)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } function when ShortForms.TryGetValue(function.First().Key, out var shortForm):
                Write(yaml, function.First().Value, shortForm);
                break;
            case JsonObject members:
                yaml.Emit(new MappingStart(AnchorName.Empty, tag, isImplicit: tag.IsEmpty, MappingStyle.Block));
                foreach (var (name, value) in members)
                {
                    yaml.Emit(Text(name, TagName.Empty));
                    Write(yaml, value, TagName.Empty);
                }

                yaml.Emit(new MappingEnd());
                break;
            case JsonArray items:
                yaml.Emit(new SequenceStart(AnchorName.Empty, tag, isImplicit: tag.IsEmpty, SequenceStyle.Block));
                foreach (var item in items)
                {
                    Write(yaml, item, TagName.Empty);
                }

                yaml.Emit(new SequenceEnd());
                break;
            case { } value when value.GetValueKind() is JsonValueKind.String:
                yaml.Emit(Text(value.GetValue<string>(), tag));
                break;
            default:
                yaml.Emit(new Scalar(node!.ToJsonString()));
                break;
        }
    }

    /// <summary>A text that reads as a number, a date or a word of YAML's own is quoted, or it would be one.</summary>
    private static Scalar Text(string text, TagName tag)
    {
        var style = text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
            : Plain.IsMatch(text) ? ScalarStyle.Plain
            : ScalarStyle.SingleQuoted;
        return new(AnchorName.Empty, tag, text, style, isPlainImplicit: tag.IsEmpty, isQuotedImplicit: tag.IsEmpty);
    }

    [GeneratedRegex(@"^(?!(?:true|false|yes|no|on|off|null|y|n)$)(?:[A-Za-z/$][A-Za-z0-9/$_.:{}-]*)(?: [A-Za-z0-9/$_.%,;()-]+)*\z(?<!:)", RegexOptions.IgnoreCase)]
    private static partial Regex Plain { get; }
}
