import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The synchronous client. */
final class ObjectRules {
  private static final List<String> DIFFICULT =
      List.of("a b+c%20", "été/日本語/🪣", "quote'&<angle>", "slash//double/../dot", "star*(tilde~)");

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  ObjectRules(S3Client s3, S3Presigner presigner, String bucket) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  void addTo(Rules rules) {
    rules.add("puts and gets bytes, type and metadata under difficult keys, with a CRC32 trailer by default", this::putAndGet);
    rules.add("puts streams of known and of unknown length, with each checksum algorithm of the SDK", this::streams);
    rules.add("answers modelled errors: NoSuchKey, NoSuchBucket", this::errors);
    rules.add("lists pages with common prefixes", this::list);
    rules.add("deletes many keys in one request", this::deleteMany);
    rules.add("copies, with metadata replaced", this::copy);
    rules.add("lets exactly one of ten concurrent writers create a key with If-None-Match: *", this::race);
    rules.add("serves presigned GET and PUT", this::presigned);
    rules.add("waits for objects and buckets", this::waits);
  }

  private void put(String key, String text) {
    s3.putObject(to -> to.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private String read(String key) {
    return s3.getObjectAsBytes(from -> from.bucket(bucket).key(key)).asUtf8String();
  }

  private void putAndGet() {
    for (String key : DIFFICULT) {
      s3.putObject(
          to -> to.bucket(bucket).key(key).contentType("text/css").metadata(Map.of("colour", "blue")),
          RequestBody.fromString(key));
      var got = s3.getObjectAsBytes(from -> from.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
      Rules.equal(got.asUtf8String(), key);
      Rules.equal(got.response().contentType(), "text/css");
      Rules.equal(got.response().metadata().get("colour"), "blue");
      if (got.response().checksumCRC32() == null) throw new AssertionError("no CRC32 came with " + key);
    }
  }

  private void streams() {
    String text = "streamed é ".repeat(50_000);
    var stream = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(text.getBytes(UTF_8)), "text/plain");
    s3.putObject(to -> to.bucket(bucket).key("stream"), stream);
    Rules.equal(read("stream"), text);
    for (var algorithm : List.of(ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.CRC32_C)) {
      s3.putObject(to -> to.bucket(bucket).key("sum").checksumAlgorithm(algorithm), RequestBody.fromString(text));
      Rules.equal(read("sum"), text);
    }
  }

  private void errors() {
    failsWith(NoSuchKeyException.class, () -> read("absent"));
    failsWith(NoSuchKeyException.class, () -> s3.headObject(of -> of.bucket(bucket).key("absent")));
    failsWith(NoSuchBucketException.class, () -> s3.listObjectsV2(of -> of.bucket("conformance-no-such-bucket")));
  }

  private static void failsWith(Class<? extends S3Exception> expected, Runnable attempt) {
    try {
      attempt.run();
    } catch (S3Exception error) {
      Rules.equal(error.getClass(), expected);
      return;
    }
    throw new AssertionError("expected " + expected.getSimpleName() + ", but the server accepted it");
  }

  private void list() {
    for (String key : List.of("list/a", "list/b/1", "list/b/2", "list/c d/1", "list/é")) put(key, "");
    var pages = s3.listObjectsV2Paginator(of -> of.bucket(bucket).prefix("list/").delimiter("/").maxKeys(1));
    Rules.equal(pages.contents().stream().map(object -> object.key()).toList(), List.of("list/a", "list/é"));
    Rules.equal(
        pages.commonPrefixes().stream().map(common -> common.prefix()).toList(), List.of("list/b/", "list/c d/"));
  }

  private void deleteMany() {
    var keys = List.of("many/a", "many/b & <c>", "many/é");
    keys.forEach(key -> put(key, ""));
    var doomed = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    var answer = s3.deleteObjects(of -> of.bucket(bucket).delete(Delete.builder().objects(doomed).build()));
    Rules.equal(answer.deleted().size(), 3);
    Rules.equal(s3.listObjectsV2(of -> of.bucket(bucket).prefix("many/")).keyCount(), 0);
  }

  private void copy() {
    put("copy/source é", "copied");
    s3.copyObject(
        to -> to.sourceBucket(bucket).sourceKey("copy/source é").destinationBucket(bucket).destinationKey("copy/target")
            .metadataDirective(MetadataDirective.REPLACE).metadata(Map.of("made", "anew")));
    Rules.equal(s3.headObject(of -> of.bucket(bucket).key("copy/target")).metadata().get("made"), "anew");
    Rules.equal(read("copy/target"), "copied");
  }

  private void race() {
    var codes = IntStream.range(0, 10).parallel().mapToObj(this::create).toList();
    Rules.equal(codes.stream().filter("created"::equals).count(), 1L);
    Rules.equal(codes.stream().filter(code -> code.matches("PreconditionFailed|ConditionalRequestConflict")).count(), 9L);
  }

  private String create(int number) {
    try {
      s3.putObject(to -> to.bucket(bucket).key("race").ifNoneMatch("*"), RequestBody.fromString("writer " + number));
      return "created";
    } catch (S3Exception error) {
      return error.awsErrorDetails().errorCode();
    }
  }

  private void presigned() throws Exception {
    var http = HttpClient.newHttpClient();
    var put = presigner.presignPutObject(
        with -> with.signatureDuration(Duration.ofMinutes(1)).putObjectRequest(to -> to.bucket(bucket).key("link é+")));
    var body = HttpRequest.BodyPublishers.ofString("by link");
    var sent = http.send(to(put.url().toString()).PUT(body).build(), HttpResponse.BodyHandlers.discarding());
    Rules.equal(sent.statusCode(), 200);
    var get = presigner.presignGetObject(
        with -> with.signatureDuration(Duration.ofMinutes(1)).getObjectRequest(from -> from.bucket(bucket).key("link é+")));
    Rules.equal(http.send(to(get.url().toString()).build(), HttpResponse.BodyHandlers.ofString()).body(), "by link");
  }

  private static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  private void waits() {
    put("waited", "");
    s3.waiter().waitUntilBucketExists(of -> of.bucket(bucket));
    s3.waiter().waitUntilObjectExists(of -> of.bucket(bucket).key("waited"));
  }
}
